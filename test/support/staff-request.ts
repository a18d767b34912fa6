import { isRefusal } from '#domain/request/refusal';
import { isConflict } from '#persistence/ledger';
import { TODAY, type Staff, type StaffDesk } from './staff.js';
import type { Command } from '#domain/request/commands';
import type { LocatedPeople } from '#domain/request/personal';
import type { Registration, RequestPage } from '#contracts/request-page';

/** A letter as an officer types it in. */
export const LETTER: Registration = {
  channel: 'letter',
  receivedOn: '2026-11-02',
  language: 'fi',
  rights: ['access'],
  name: 'Testi Esimerkki',
  email: 'testi@example.org',
  phone: '+358 40 123 4567',
  customerNumber: null,
  words: 'Haluan tietää, mitä minusta on tallennettu.',
};

const CONTACT = { kind: 'email', onFileSince: '2020-01-01', firstRegistration: true, shared: false } as const;

/** Two people of the registers who match the letter. */
export const MATCHES: LocatedPeople = {
  candidates: [
    { register: 'customers', person: '1001', contacts: [{ ...CONTACT, value: 'first@example.org' }] },
    { register: 'customers', person: '1002', contacts: [{ ...CONTACT, value: 'second@example.net' }] },
  ],
  chosen: null,
};

/** Types a letter in that came today and returns its reference. */
export const register = async (staff: StaffDesk, changes: Partial<Registration> = {}): Promise<string> => {
  const letter = { ...LETTER, receivedOn: TODAY.toString(), ...changes };
  const answer = await staff.officer.post('/api/v1/requests', letter);
  if (answer.status !== 201) throw new Error(`not registered: ${answer.text}`);
  return (answer.body as { reference: string }).reference;
};

/** What the worker does, done by hand. */
export const asDesk = async (staff: StaffDesk, reference: string, command: Command, content?: object) => {
  const [row] = await staff.desk.database.query<{ id: string }>('select id from subject_request where reference = $1', [
    reference,
  ]);
  const outcome = await staff.desk.ledger.apply(row?.id ?? '', command, { kind: 'desk' }, content ? { content } : {});
  if (isRefusal(outcome) || isConflict(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
};

const done = (answer: { status: number; text: string; body: unknown }): RequestPage => {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as RequestPage;
};

/** Takes a request to where its rights are decided: the first match chosen, seen in person, all registers searched. */
export const toResponse = async (
  staff: StaffDesk,
  reference: string,
  by: Pick<Staff, 'give'> = staff.officer,
): Promise<RequestPage> => {
  await asDesk(
    staff,
    reference,
    { type: 'recordLocation', location: 'several', candidates: 2, reachable: false },
    MATCHES,
  );
  done(await by.give(reference, { type: 'choosePerson', candidate: 0 }));
  const words = 'Näytti passin tiskillä.';
  const page = done(await by.give(reference, { type: 'confirmIdentity', method: 'in_person', words }));
  for (const { id, phase, kind } of page.rights.flatMap(({ tasks }) => tasks)) {
    if (phase !== 'preparation') continue;
    if (kind === 'manual')
      done(await by.give(reference, { type: 'recordTask', task: id, result: 'found', words: 'Löytyi.' }));
    else await asDesk(staff, reference, { type: 'recordTask', task: id, result: 'found', rows: 3, files: 0 });
  }
  return staff.officer.page(reference);
};
