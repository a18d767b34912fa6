import type { CollectedRegister, Connector, ErasurePlan, ErasureReceipt } from '#connectors/connector';
import { ConnectorError } from '#connectors/connector-error';
import { RETENTION_RULES } from '#connectors/retention';
import type { MarketingContact, ProvenIdentifier } from '#connectors/identifier';
import type { TaskKind } from '#domain/law/rights';
import type { TaskResult } from '#domain/request/vocabulary';
import type { DocumentKind } from '#persistence/entities/document';

/** What a register may be asked for one task. */
export interface TaskInput {
  readonly connector: Connector;
  readonly subject: readonly ProvenIdentifier[];
  readonly contacts: readonly MarketingContact[];
  readonly today: string;
  /** The plan that was made, shown and approved before an erasure. */
  readonly approvedPlan: () => Promise<ErasurePlan>;
}

/** A file that a task brought, still in the clear; it is sealed before it touches the disk. */
export interface TaskFile {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface TaskOutput {
  readonly result: TaskResult;
  readonly rows: number;
  readonly files: readonly TaskFile[];
}

const jsonFile = (kind: DocumentKind, name: string, value: object): TaskFile => ({
  kind,
  name,
  mediaType: 'application/json',
  content: Buffer.from(JSON.stringify(value)),
});

const collected = ({ files, ...content }: CollectedRegister): TaskOutput => {
  const rows = content.collections.reduce((total, { rows: found }) => total + found.length, 0);
  const recordings = files.map(({ name, mediaType, bytes }) => ({
    kind: 'recording' as const,
    name,
    mediaType,
    content: bytes,
  }));
  return {
    result: rows > 0 ? 'found' : 'nothing_found',
    rows,
    files: [jsonFile('collected', `${content.id}.json`, content), ...recordings],
  };
};

/** The lines an officer reads before deciding: what goes, what stays, under which law, until when. */
const planned = (plan: ErasurePlan): TaskOutput => {
  const lines = plan.entries.map(({ collection: _id, name, action, keys, retention }) => ({
    register: plan.register,
    collection: name,
    action,
    rows: keys.length,
    law: retention === null ? null : RETENTION_RULES[retention.rule].law,
    until: retention?.until ?? null,
  }));
  const rows = lines.reduce((total, line) => total + line.rows, 0);
  const result = rows > 0 ? 'found' : 'nothing_found';
  return { result, rows, files: [jsonFile('erasure_plan', `${plan.register}.json`, { plan, lines })] };
};

const erased = (receipt: ErasureReceipt): TaskOutput => ({
  result: 'done',
  rows: receipt.entries.reduce((total, { planned: rows, action }) => total + (action === 'keep' ? 0 : rows), 0),
  files: [jsonFile('erasure_receipt', `${receipt.register}.json`, receipt)],
});

const fates = ({ entries }: ErasurePlan): string[] =>
  entries.map(({ collection, action }) => `${collection}:${action}`);

/**
 * Erases by the approved plan. Where rows have come since (a customer goes on living), a fresh plan is followed only if it
 * does nothing that the approved one did not: the same collections, the same fates. Anything else is for an officer.
 */
const eraseAsApproved = async ({ connector, subject, approvedPlan, today }: TaskInput): Promise<ErasureReceipt> => {
  const approved = await approvedPlan();
  try {
    return await connector.erase(subject, approved);
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'plan-outdated') throw error;
    const fresh = await connector.planErasure(subject, today);
    const known = fates(approved);
    if (!fates(fresh).every((fate) => known.includes(fate))) throw error;
    return connector.erase(subject, fresh);
  }
};

/** One row per kind of work a connector does; `manual` work is a person's and never reaches a queue. */
export const TASK_WORK: Readonly<Record<Exclude<TaskKind, 'manual'>, (input: TaskInput) => Promise<TaskOutput>>> = {
  collect: async ({ connector, subject }) => collected(await connector.collect(subject)),
  plan_erasure: async ({ connector, subject, today }) => planned(await connector.planErasure(subject, today)),
  erase: async (input) => erased(await eraseAsApproved(input)),
  suppress_marketing: async ({ connector, contacts, today }) => {
    await connector.suppressMarketing(contacts, today);
    return { result: 'done', rows: 0, files: [] };
  },
};
