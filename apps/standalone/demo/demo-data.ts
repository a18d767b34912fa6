import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ControllerProfile } from '#domain/controller-profile';
import type { Localised } from '#domain/language';
import type { RecordField, RecordOfProcessing } from '#domain/record-of-processing';

/** What the invented organisation decided about the gaps that its notice leaves, by activity. */
interface FilledGaps {
  readonly retention: Readonly<Record<string, Localised>>;
  readonly recipients: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly transfers: Readonly<Record<string, readonly Localised[]>>;
  readonly automatedDecisions: Localised;
  readonly filled: readonly RecordField[];
}

export interface DemoData {
  readonly profile: ControllerProfile;
  readonly record: RecordOfProcessing;
  /** The register definitions as they stand in their file. */
  readonly registers: { readonly registers: readonly { readonly id: string }[] };
  readonly activities: Readonly<Record<string, readonly string[]>>;
}

/** The record as the notice gives it, with the gaps filled that the demo's organisation has filled. */
const fillGaps = (record: RecordOfProcessing, filled: FilledGaps): RecordOfProcessing => ({
  ...record,
  automatedDecisions: filled.automatedDecisions,
  activities: record.activities.map((activity) => ({
    ...activity,
    retention: { ...activity.retention, period: filled.retention[activity.id] ?? null },
    recipients: activity.recipients.map((recipient, index) => ({
      ...recipient,
      names: filled.recipients[activity.id]?.[index] ?? [],
    })),
    transfers: activity.transfers.map((transfer, index) => ({
      ...transfer,
      safeguard: filled.transfers[activity.id]?.[index] ?? null,
    })),
  })),
  gaps: record.gaps.filter(({ field }) => !filled.filled.includes(field)),
});

/** Reads the demo organisation from `data/demo` below `root`. */
export const readDemoData = async (root: string): Promise<DemoData> => {
  const read = async <T>(file: string): Promise<T> =>
    JSON.parse(await readFile(join(root, 'data/demo', file), 'utf8')) as T;
  return {
    profile: await read<ControllerProfile>('controller.json'),
    record: fillGaps(
      await read<RecordOfProcessing>('record-of-processing.json'),
      await read<FilledGaps>('record-gaps-filled.json'),
    ),
    registers: await read<DemoData['registers']>('registers.json'),
    activities: await read<DemoData['activities']>('register-activities.json'),
  };
};
