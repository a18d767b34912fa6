import type { Pool } from 'pg';
import type { TaskKind } from '#domain/law/rights';
import type { CivilDate } from '#domain/time-source';
import { ConnectorError } from '../connector-error.js';
import type {
  Candidate,
  CollectedRegister,
  Connector,
  ErasurePlan,
  ErasureReceipt,
  RegisterInfo,
  SuppressionReceipt,
} from '../connector.js';
import type { ClaimedIdentifier, MarketingContact, ProvenIdentifier } from '../identifier.js';
import { collect } from './collect.js';
import type { RegisterDefinition } from './definition.js';
import { erase } from './erase.js';
import { locate } from './locate.js';
import { planErasure } from './plan-erasure.js';
import { DEFAULT_LIMITS, withSession, type Limits, type Session } from './session.js';
import { subjectOf } from './subject.js';
import { suppressMarketing } from './suppress.js';

/** A register in a PostgreSQL database, as its definition describes it. The pool stays the caller's, who also closes it. */
export class SqlConnector implements Connector {
  readonly register: RegisterInfo;

  constructor(
    private readonly pool: Pool,
    private readonly definition: RegisterDefinition,
    private readonly limits: Limits = DEFAULT_LIMITS,
  ) {
    const { id, name, dataClass, capabilities } = definition;
    this.register = { id, name, dataClass, capabilities };
  }

  async check(): Promise<void> {
    await this.read(async () => undefined);
  }

  async locate(claimed: readonly ClaimedIdentifier[]): Promise<readonly Candidate[]> {
    return this.read((session) => locate(session, claimed));
  }

  async collect(subject: readonly ProvenIdentifier[]): Promise<CollectedRegister> {
    this.mustBeAbleTo('collect');
    const known = subjectOf(this.definition.id, subject);
    return this.read((session) => collect(session, known));
  }

  async planErasure(subject: readonly ProvenIdentifier[], today: CivilDate): Promise<ErasurePlan> {
    this.mustBeAbleTo('plan_erasure');
    const known = subjectOf(this.definition.id, subject);
    return this.read((session) => planErasure(session, known, today));
  }

  async erase(subject: readonly ProvenIdentifier[], plan: ErasurePlan): Promise<ErasureReceipt> {
    this.mustBeAbleTo('erase');
    const known = subjectOf(this.definition.id, subject);
    return this.write((session) => erase(session, known, plan));
  }

  async suppressMarketing(contacts: readonly MarketingContact[], today: CivilDate): Promise<SuppressionReceipt> {
    this.mustBeAbleTo('suppress_marketing');
    return this.write((session) => suppressMarketing(session, contacts, today));
  }

  private mustBeAbleTo(kind: TaskKind): void {
    if (!this.register.capabilities.includes(kind)) throw new ConnectorError('not-capable', this.definition.id);
  }

  private read<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return withSession(this.pool, this.definition, this.limits, 'READ ONLY', work);
  }

  private write<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return withSession(this.pool, this.definition, this.limits, 'READ WRITE', work);
  }
}
