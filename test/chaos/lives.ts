import type { Right } from '#domain/law/rights';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';
import type { Chance } from '#test/bench/chance';
import type { Town } from '#test/chaos/town';

const PERSON: Actor = { kind: 'person' };
const OFFICER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' };
const APPROVER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000b', role: 'approver' };
const WORDS = { words: 'Soitettu.' };

/** What a request lives through, and what must have been mailed to its person at its end, each once. */
interface Script {
  readonly name: string;
  readonly weight: number;
  readonly rights: readonly Right[];
  readonly letters: readonly string[];
  /** The person says "it was not me" before proving who they are. */
  readonly disowns?: boolean;
  /** Nobody decides before the storm is over, so that its reminders fall due. */
  readonly slow?: boolean;
  /** Its work changes the registers, so nobody else may stand for the same person. */
  readonly alone?: boolean;
}

const PROVEN = ['acknowledgement', 'challenge', 'answer-ready'] as const;

export const SCRIPTS: readonly Script[] = [
  { name: 'access', weight: 5, rights: ['access'], letters: PROVEN },
  {
    name: 'marketing',
    weight: 2,
    rights: ['direct_marketing'],
    letters: ['acknowledgement', 'marketing-ban-confirmation'],
  },
  { name: 'erasure', weight: 1, rights: ['erasure'], letters: PROVEN, alone: true },
  { name: 'disowned', weight: 1, rights: ['access'], letters: PROVEN, disowns: true },
  { name: 'slow', weight: 2, rights: ['access'], letters: PROVEN, slow: true },
];

export interface Life {
  readonly requestId: string;
  readonly script: Script;
  disowned: boolean;
}

interface Standing {
  readonly id: string;
  readonly rights: readonly Right[];
  readonly next_action: string;
  readonly acknowledged: string | null;
  readonly challenged: string | null;
}

const STANDING = `select id, rights, next_action,
    (select message_id from message where request_id = request.id and letter = 'acknowledgement') as acknowledged,
    (select message_id from message where request_id = request.id and letter = 'challenge' limit 1) as challenged
  from subject_request as request where closed_on is null`;

/** People for whom nothing but one erasure is filed. */
const RESERVED = 100;

/** The people outside: those who file requests, and the staff who work on them. They look again whenever something fails. */
export class Townsfolk {
  readonly lives = new Map<string, Life>();
  readonly #town: Town;
  readonly #chance: Chance;
  #arrived: ReadonlyMap<string, number> = new Map();
  #erasures = 0;
  #others = RESERVED;
  /** Set once the storm is over. */
  decideSlowOnes = false;

  constructor(town: Town, chance: Chance) {
    this.#town = town;
    this.#chance = chance;
  }

  /** Files one request, by chance or of this script. */
  async file(name?: string): Promise<void> {
    const script = SCRIPTS.find((one) => one.name === name) ?? this.#chance.pick(SCRIPTS);
    const { people } = this.#town;
    const place = script.alone ? this.#erasures++ : this.#others++;
    const person = people[script.alone ? place % RESERVED : RESERVED + (place % (people.length - RESERVED))];
    const { requestId } = await this.#town.filing.file(
      {
        rights: [...script.rights],
        words: '',
        name: 'Testi Esimerkki',
        email: person?.email ?? '',
        phone: '',
        customerNumber: '',
        language: 'fi',
      },
      'portal',
    );
    this.lives.set(requestId, { requestId, script, disowned: false });
  }

  /** Everybody does what is their turn; what fails is left for the next time. */
  async takeTurns(): Promise<void> {
    const standing = await this.#town.database.query<Standing>(STANDING);
    this.#arrived = this.#town.office.smtp.counts();
    const waiting = standing.values();
    const walk = async (): Promise<void> => {
      for (const request of waiting) await this.#act(request).catch(() => undefined);
    };
    await Promise.all([walk(), walk(), walk(), walk()]);
  }

  /** Two members of staff write about the same request at the same moment as the desk works on it. */
  async writeNotes(): Promise<void> {
    const ids = [...this.lives.keys()];
    const id = ids[this.#chance.below(ids.length)];
    if (id === undefined) return;
    const note = (by: Actor) => this.#give(id, { type: 'addNote' }, by, WORDS).catch(() => undefined);
    await Promise.all([note(OFFICER), note(APPROVER)]);
  }

  async #act({ id, rights, next_action: next, acknowledged, challenged }: Standing): Promise<void> {
    const life = this.lives.get(id) ?? this.#adopt(id, rights);
    switch (next) {
      case 'await_confirmation':
        if (this.#hasArrived(acknowledged)) await this.#give(id, { type: 'confirmContact' }, PERSON);
        return;
      case 'await_code':
        if (!this.#hasArrived(challenged)) return;
        if (life.script.disowns && !life.disowned) {
          life.disowned = true;
          return this.#give(id, { type: 'disownRequest' }, PERSON);
        }
        return this.#give(id, { type: 'confirmIdentity', method: 'on_file_code' }, PERSON);
      case 'resolve_freeze':
        return this.#give(id, { type: 'liftFreeze' }, APPROVER, WORDS);
      case 'call_back':
        return this.#give(id, { type: 'confirmIdentity', method: 'call_back' }, OFFICER, WORDS);
      case 'decide':
        if (life.script.slow && !this.decideSlowOnes) return;
        return this.#forRights(life, (right) =>
          this.#give(id, { type: 'decideRight', right, outcome: 'granted', grounds: [] }, OFFICER, WORDS),
        );
      case 'approve':
        return this.#forRights(life, (right) => this.#give(id, { type: 'approveRight', right }, APPROVER));
      case 'post_answer':
        return this.#forRights(life, (right) => this.#give(id, { type: 'recordAnswer', right, by: 'post' }, OFFICER));
      case 'record_task':
        return this.#recordTasks(id);
    }
  }

  /** Its filing was committed although the answer got lost. */
  #adopt(requestId: string, rights: readonly Right[]): Life {
    const script = SCRIPTS.find((one) => one.rights.join() === rights.join());
    if (script === undefined) throw new Error(`nobody files ${rights.join()}`);
    const life = { requestId, script, disowned: false };
    this.lives.set(requestId, life);
    return life;
  }

  async #recordTasks(id: string): Promise<void> {
    const { state } = await this.#town.ledger.read(id);
    for (const task of state.rights.flatMap(({ tasks }) => tasks)) {
      if (task.kind !== 'manual' || !task.released || task.result !== null) continue;
      await this.#give(
        id,
        { type: 'recordTask', task: task.id, result: 'nothing_found', rows: 0, files: 0 },
        OFFICER,
        WORDS,
      );
    }
  }

  async #forRights({ script }: Life, give: (right: Right) => Promise<void>): Promise<void> {
    for (const right of script.rights) await give(right);
  }

  async #give(id: string, command: Command, actor: Actor, content?: object): Promise<void> {
    // A refusal means that the request has moved on meanwhile: the next look says where to.
    await this.#town.ledger.apply(id, command, actor, content === undefined ? {} : { content });
  }

  #hasArrived(messageId: string | null): boolean {
    return messageId !== null && this.#arrived.has(messageId);
  }
}
