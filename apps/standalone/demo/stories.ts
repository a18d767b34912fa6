import type { Right } from '#domain/law/rights';
import type { Command } from '#domain/request/commands';
import type { Channel } from '#domain/request/vocabulary';

type By = 'person' | 'officer' | 'approver';

/** Something somebody does `day` days after the request came in. */
export interface Step {
  readonly day: number;
  readonly by: By;
  readonly command: Command;
  readonly content?: object;
}

/** What has happened to a request so far, as a story that can be told of anybody. */
export interface Story {
  readonly rights: readonly Right[];
  readonly channel: Channel;
  readonly steps: readonly Step[];
  /** Somebody the registers do not know. */
  readonly stranger?: boolean;
}

const words = (text: string) => ({ words: text });
const person = (day: number, command: Command): Step => ({ day, by: 'person', command });
const officer = (day: number, command: Command, text?: string): Step => ({
  day,
  by: 'officer',
  command,
  ...(text === undefined ? {} : { content: words(text) }),
});
const approver = (day: number, command: Command): Step => ({ day, by: 'approver', command });

const CONFIRMED = [person(0, { type: 'confirmContact' })];
const PROVEN = [...CONFIRMED, person(1, { type: 'confirmIdentity', method: 'on_file_code' })];
const CALLED_BACK = [
  ...PROVEN,
  officer(
    4,
    { type: 'confirmIdentity', method: 'call_back' },
    'Soitettu rekisterissä olevaan numeroon. Henkilö vahvisti pyynnön.',
  ),
];
const decide = (day: number, right: Right, text = ''): Step =>
  officer(day, { type: 'decideRight', right, outcome: 'granted', grounds: [] }, text);
const approve = (day: number, right: Right): Step => approver(day, { type: 'approveRight', right });

const access = (steps: readonly Step[]): Story => ({ rights: ['access'], channel: 'portal', steps });

/** The stories of the demo: every stage, clock and right that an officer meets. */
export const STORIES = {
  waitsForConfirmation: access([]),
  waitsForCode: access(CONFIRMED),
  waitsForCallBack: access(PROVEN),
  waitsForDecision: access(CALLED_BACK),
  waitsForApproval: access([...CALLED_BACK, decide(8, 'access')]),
  sentBack: access([
    ...CALLED_BACK,
    decide(6, 'access'),
    { ...approver(8, { type: 'returnRight', right: 'access' }), content: words('Tarkista tallenteiden sivulliset.') },
  ]),
  answered: access([...CALLED_BACK, decide(8, 'access'), approve(10, 'access')]),
  answeredAndOpened: access([
    ...CALLED_BACK,
    decide(7, 'access'),
    approve(9, 'access'),
    person(11, { type: 'recordOpening', right: 'access' }),
  ]),
  extended: access([
    ...CALLED_BACK,
    {
      day: 20,
      by: 'officer',
      command: { type: 'extendDeadline' },
      content: { words: 'Puhelutallenteita on paljon ja niissä on sivullisia.', grounds: ['complexity'] },
    },
  ]),
  pausedForIdentity: access([
    ...CONFIRMED,
    {
      day: 3,
      by: 'officer',
      command: { type: 'requestIdentity' },
      content: {
        words: 'Samalla nimellä on kaksi asiakasta.',
        wanted: 'Vastaa siitä sähköpostiosoitteesta, jonka olet antanut meille asiakkaana.',
      },
    },
  ]),
  pausedForClarification: access([
    ...PROVEN,
    officer(5, { type: 'requestClarification' }, 'Mitä puheluja ja miltä ajalta haluat kuunnella?'),
  ]),
  pausedAndResumed: access([
    ...PROVEN,
    officer(3, { type: 'requestClarification' }, 'Mitä puheluja ja miltä ajalta haluat kuunnella?'),
    officer(9, { type: 'recordReply', sufficient: true }, 'Kaikki kevään puhelut.'),
  ]),
  nothingHeld: {
    ...access([
      ...CONFIRMED,
      officer(5, { type: 'decideRight', right: 'access', outcome: 'nothing_held', grounds: [] }, ''),
      approve(6, 'access'),
    ]),
    stranger: true,
  },
  strangerWaits: { ...access(CONFIRMED), stranger: true },
  disowned: access([...CONFIRMED, person(1, { type: 'disownRequest' })]),
  withdrawn: access([...PROVEN, person(3, { type: 'withdraw' })]),
  marketingBan: { rights: ['direct_marketing'], channel: 'portal', steps: [] },
  banAndAccess: { rights: ['access', 'direct_marketing'], channel: 'portal', steps: PROVEN },
  erasurePlanned: { rights: ['erasure'], channel: 'portal', steps: CALLED_BACK },
  erasureApproved: {
    rights: ['erasure'],
    channel: 'portal',
    steps: [
      ...CALLED_BACK,
      officer(
        8,
        { type: 'decideRight', right: 'erasure', outcome: 'partly', grounds: ['art_17_3_b_legal_obligation'] },
        'Laskut säilytetään kirjanpitolain mukaan.',
      ),
      approve(10, 'erasure'),
    ],
  },
  accessThenErasure: { rights: ['access', 'erasure'], channel: 'portal', steps: CALLED_BACK },
  rectification: { rights: ['rectification'], channel: 'portal', steps: CALLED_BACK },
  objection: { rights: ['objection'], channel: 'portal', steps: CONFIRMED },
  restriction: { rights: ['restriction'], channel: 'portal', steps: PROVEN },
  portability: { rights: ['portability'], channel: 'portal', steps: CALLED_BACK },
  byLetter: { rights: ['access'], channel: 'letter', steps: [] },
  byPhone: { rights: ['access', 'rectification'], channel: 'phone', steps: [] },
} as const satisfies Record<string, Story>;

export type StoryName = keyof typeof STORIES;
