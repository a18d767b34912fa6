import type { Connector } from '#connectors/connector';
import type { ProvenIdentifier } from '#connectors/identifier';

/** An invented person in the system under test, and what it holds about them. Every text is found nowhere else. */
export interface ConformancePerson {
  readonly number: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly registeredOn: string;
  readonly emailSince: string;
  readonly phoneSince: string;
  /** Rows that nothing keeps. */
  readonly notes: readonly string[];
  /** Rows under the Accounting Act; financial years end on 31 December. */
  readonly vouchers: readonly { readonly issuedOn: string; readonly text: string }[];
  /** The content of one file (text/plain). */
  readonly file: string;
}

/** A real system of the kind under test, holding the people of the suite and nothing else. */
export interface ConformanceSystem {
  /** A register that can do everything. */
  readonly connector: Connector;
  /** All that the system holds, as text, read by another way than the connector. */
  dump(): Promise<string>;
  addNote(person: ConformancePerson, text: string): Promise<void>;
  /** Cuts the connector off from the system. */
  disconnect(): Promise<void>;
  stop(): Promise<void>;
}

export const TODAY = '2026-11-22';

export const AINO: ConformancePerson = {
  number: 'K-1001',
  name: 'Aino Åkerblom',
  email: 'Aino.Akerblom@example.com',
  phone: '048 000 0001',
  registeredOn: '2018-03-01',
  emailSince: '2026-11-10',
  phoneSince: '2018-03-01',
  notes: ['note-aino-first', 'note-aino-second'],
  vouchers: [
    { issuedOn: '2019-12-31', text: 'voucher-aino-old' },
    { issuedOn: '2020-01-01', text: 'voucher-aino-kept' },
  ],
  file: 'file-aino',
};

export const BJORN: ConformancePerson = {
  number: 'K-1002',
  name: 'Björn Östman',
  email: 'bjorn@example.org',
  phone: '+358 48 000 0002',
  registeredOn: '2020-05-05',
  emailSince: '2020-05-05',
  phoneSince: '2020-05-05',
  notes: ['note-bjorn'],
  vouchers: [],
  file: 'file-bjorn',
};

/** Seven people behind one switchboard number. */
export const SHARING: readonly ConformancePerson[] = Array.from({ length: 7 }, (_, index) => ({
  ...BJORN,
  number: `K-200${index}`,
  name: `Veli Vaihde ${index}`,
  email: `veli.${index}@example.net`,
  phone: '0480000003',
  notes: [`note-veli-${index}`],
  file: `file-veli-${index}`,
}));

export const CONFORMANCE_PEOPLE: readonly ConformancePerson[] = [AINO, BJORN, ...SHARING];

/** Everything the suite stored about a person that no one else has. */
export const marksOf = ({ notes, vouchers, file }: ConformancePerson): string[] => [
  ...notes,
  ...vouchers.map(({ text }) => text),
  file,
];

export const onFile = ({ number }: ConformancePerson): ProvenIdentifier[] => [
  { kind: 'person', value: number, status: 'on_file' },
];
