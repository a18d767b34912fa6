import type { DataClass } from '#domain/law/identity';
import type { TaskKind } from '#domain/law/rights';
import type { Localised } from '#domain/language';
import type { CivilDate } from '#domain/time-source';
import type { ClaimedIdentifier, ContactKind, MarketingContact, ProvenIdentifier } from './identifier.js';
import type { Retention } from './retention.js';

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** What the desk shows of a system that holds personal data. */
export interface RegisterInfo {
  readonly id: string;
  readonly name: Localised;
  readonly dataClass: DataClass;
  readonly capabilities: readonly TaskKind[];
}

/** A person who may be the one who asks. Nothing but what choosing a proof and a delivery contact needs. */
export interface Candidate {
  /** The controller's own number of the person: the value of a `person` identifier once that is proven. */
  readonly id: string;
  readonly matchedBy: readonly ClaimedIdentifier['kind'][];
  readonly contacts: readonly ContactOnFile[];
}

export interface ContactOnFile {
  readonly kind: ContactKind;
  /** An e-mail address as it stands on file (a mailbox may tell cases apart), a phone number in E.164. */
  readonly value: string;
  /** Null when the system does not know; then it must not be trusted as old. */
  readonly onFileSince: CivilDate | null;
  /** True when the contact came with the person's registration: a first registration is not a change (law 2). */
  readonly firstRegistration: boolean;
  /** True when another person in the register has the same contact. */
  readonly shared: boolean;
}

/** How a field is to be read; a `file` field holds the name of a file of the same register. */
export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'json' | 'file';

export interface CollectedField {
  readonly name: string;
  readonly label: Localised;
  readonly type: FieldType;
}

export interface CollectedRow {
  /** The identifier, as the system echoes it, by which the row (or the row it hangs on) belongs to the subject. */
  readonly owner: { readonly kind: ProvenIdentifier['kind']; readonly value: string };
  readonly values: Readonly<Record<string, JsonValue>>;
}

export interface CollectedCollection {
  readonly id: string;
  readonly name: Localised;
  readonly fields: readonly CollectedField[];
  readonly rows: readonly CollectedRow[];
}

/** What a register holds about the subject, as JSON. Empty collections are listed: "nothing" is an answer too. */
export interface RegisterContent {
  readonly id: string;
  readonly name: Localised;
  readonly dataClass: DataClass;
  readonly collections: readonly CollectedCollection[];
}

export interface CollectedFile {
  /** Made by the connector, unique in its register, safe as a file name. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface CollectedRegister extends RegisterContent {
  readonly files: readonly CollectedFile[];
}

export type ErasureAction = 'delete' | 'anonymise' | 'keep';

/** Rows of one collection that share a fate. `keys` are the system's row keys as text; only these will be touched. */
export interface ErasurePlanEntry {
  readonly collection: string;
  readonly name: Localised;
  readonly action: ErasureAction;
  readonly keys: readonly string[];
  /** Why the rows are kept, or why what is kept elsewhere needs their skeleton; null for what is deleted. */
  readonly retention: Retention | null;
}

export interface ErasurePlan {
  readonly register: string;
  readonly plannedOn: CivilDate;
  readonly entries: readonly ErasurePlanEntry[];
}

export interface ErasureReceiptEntry {
  readonly collection: string;
  readonly action: ErasureAction;
  readonly planned: number;
  /** Rows changed by this run; 0 when an earlier run had done it. */
  readonly changed: number;
}

export interface ErasureReceipt {
  readonly register: string;
  readonly entries: readonly ErasureReceiptEntry[];
}

/** Says the same whether or not the contact was known: a count would tell who is a customer (law 3). */
export interface SuppressionReceipt {
  readonly register: string;
  readonly kinds: readonly ContactKind[];
}

/**
 * A kind of system that holds personal data. Every method throws ConnectorError and nothing else; `not-capable` where
 * the register's capabilities lack the kind of task.
 */
export interface Connector {
  readonly register: RegisterInfo;

  /** Resolves when the system can be reached and looks as its definition says; `unavailable`, `wrong-definition`. */
  check(): Promise<void>;

  /**
   * People who match what was claimed, best match first, at most five. A name alone finds nobody; claims too weak to
   * search with are passed over, because a mistyped phone number must not stop a request.
   */
  locate(claimed: readonly ClaimedIdentifier[]): Promise<readonly Candidate[]>;

  /**
   * All that the register holds about one person. Errors: `identifier-too-weak`, `ambiguous-subject`, `foreign-row`,
   * `too-many-rows`, `too-large`. Each of them is for a person to look at; nothing is returned in part.
   */
  collect(subject: readonly ProvenIdentifier[]): Promise<CollectedRegister>;

  /** What erasure would do on `today`, the controller's civil date, without doing it (GDPR art. 17, with 17(3)). */
  planErasure(subject: readonly ProvenIdentifier[], today: CivilDate): Promise<ErasurePlan>;

  /**
   * Does what the plan says, in one transaction, and looks afterwards whether it is so (`erasure-incomplete` undoes
   * all of it). Rows that came after the plan were decided by nobody: `plan-outdated`. Running it again changes
   * nothing, so it can be re-applied after a restored backup.
   */
  erase(subject: readonly ProvenIdentifier[], plan: ErasurePlan): Promise<ErasureReceipt>;

  /** Bans marketing to exactly the contacts named, from `today`; an earlier ban keeps its date (GDPR art. 21(3)). */
  suppressMarketing(contacts: readonly MarketingContact[], today: CivilDate): Promise<SuppressionReceipt>;
}
