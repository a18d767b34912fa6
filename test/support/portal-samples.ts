import { readFileSync } from 'node:fs';
import type { ClockStep } from '#contracts/clock-view';
import type { PortalFrame, PortalPageName, PortalPages } from '#contracts/portal-pages';
import { RIGHTS } from '#domain/law/rights';
import type { RecordOfProcessing } from '#domain/record-of-processing';

/** The controller of the samples; invented. */
export const SAMPLE_CONTROLLER: PortalFrame['controller'] = {
  name: 'Esimerkin Aurinkosähkö Oy',
  email: 'tietosuoja@aurinkosahko.example',
  phone: '+358 00 000 0000',
  address: 'Keksitty katu 1, 00000 Esimerkkilä',
};

/** What people and attackers write into forms: markup, quotes, templates, direction marks, words without end. */
export const HOSTILE_TEXTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</title></textarea><iframe srcdoc="<script>alert(1)</script>">',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}} ${7*7} <%= 7*7 %>',
  '&lt;b&gt; &amp;amp; \u202Egnp.exe',
  'Ä'.repeat(200),
  '=HYPERLINK("https://attacker.example")',
] as const;

const HOSTILE = HOSTILE_TEXTS.join(' ');

const record = JSON.parse(
  readFileSync(new URL('../../data/demo/record-of-processing.json', import.meta.url), 'utf8'),
) as RecordOfProcessing;

const RECEIPT_STEPS: readonly ClockStep[] = [
  { rule: 'reg-1182-71-3-1', from: '2026-11-06', to: '2026-11-06', because: 'clock.because.receipt', params: {} },
  {
    rule: 'reg-1182-71-3-2-c',
    from: '2026-11-06',
    to: '2026-12-06',
    because: 'clock.because.same_date',
    params: { length: 1 },
  },
  {
    rule: 'reg-1182-71-3-4',
    from: '2026-12-06',
    to: '2026-12-07',
    because: 'clock.because.roll_holiday',
    params: { holidays: [{ fi: 'itsenäisyyspäivä', sv: 'självständighetsdagen', en: 'Independence Day' }] },
  },
];

const PAUSE_STEP: ClockStep = {
  rule: 'gdpr-12-6',
  from: '2026-12-07',
  to: '2026-12-17',
  because: 'clock.because.pause',
  params: { days: 10, reason: 'identity', since: '2026-11-10', until: '2026-11-20' },
};

const STATUS: PortalPages['status'] = {
  reference: '7KQ2M-9TX4R',
  receivedOn: '2026-11-06',
  clock: 'running',
  dueOn: '2026-12-17',
  pausedSince: null,
  closed: false,
  waitsForConfirmation: false,
  rights: [
    { right: 'access', stage: 'fulfilment', ending: null, answeredOn: null },
    { right: 'direct_marketing', stage: 'closed', ending: 'granted', answeredOn: '2026-11-09' },
  ],
  steps: [...RECEIPT_STEPS, PAUSE_STEP],
  canWithdraw: true,
};

const LETTER = `Hei!

Olemme käsitelleet pyyntösi. Alla on, mitä tietoja meillä on sinusta.

Mistä tiedot tulevat
– sinulta itseltäsi
– laskutuksesta

Voit valittaa tietosuojavaltuutetulle.`;

const ANSWER: PortalPages['answer'] = {
  reference: '7KQ2M-9TX4R',
  right: 'access',
  outcome: 'partly',
  letterText: LETTER,
  files: [
    { id: 'f1', name: 'tietosi.pdf', mediaType: 'application/pdf', bytes: 245_760 },
    { id: 'f2', name: 'tietosi.json', mediaType: 'application/json', bytes: 812 },
    { id: 'f3', name: 'puhelu 2026-03-04.mp3', mediaType: 'audio/mpeg', bytes: 3_400_000 },
  ],
  downloadAction: '/fi/status/answer/access/download',
  availableUntil: '2027-01-06',
};

/** Each page in the states people meet, and once with hostile text wherever text from outside can stand. */
export const PORTAL_SAMPLES: { readonly [Name in PortalPageName]: readonly PortalPages[Name][] } = {
  start: [{ intro: null }, { intro: { fi: HOSTILE, sv: HOSTILE, en: HOSTILE } }],
  rights: [
    { values: { rights: [], words: '' }, problems: [] },
    {
      values: { rights: ['access', 'erasure'], words: HOSTILE },
      problems: [
        { field: 'rights', problem: 'choose-right' },
        { field: 'words', problem: 'too-long' },
      ],
    },
  ],
  person: [
    { values: { name: '', email: '', phone: '', customerNumber: '' }, problems: [] },
    {
      values: { name: HOSTILE, email: HOSTILE, phone: HOSTILE, customerNumber: HOSTILE },
      problems: [
        { field: 'name', problem: 'name-missing' },
        { field: 'email', problem: 'email-invalid' },
        { field: 'phone', problem: 'phone-invalid' },
        { field: 'customerNumber', problem: 'not-text' },
      ],
    },
  ],
  check: [
    {
      rights: ['access', 'direct_marketing'],
      words: 'Haluan nähdä puhelutallenteet keväältä.\n\nSoitin teille maaliskuussa.',
      name: 'Aino Esimerkki',
      email: 'aino@person.example',
      phone: '',
      customerNumber: '',
    },
    { rights: RIGHTS, words: HOSTILE, name: HOSTILE, email: HOSTILE, phone: HOSTILE, customerNumber: HOSTILE },
  ],
  received: [
    {
      reference: '7KQ2M-9TX4R',
      secretCode: 'H7TQ-4KWM-9RXB',
      rights: ['access', 'erasure'],
      receivedOn: '2026-11-06',
      dueOn: '2026-12-07',
      steps: RECEIPT_STEPS,
      mailed: true,
    },
    {
      reference: '7KQ2M-9TX4R',
      secretCode: 'H7TQ-4KWM-9RXB',
      rights: ['direct_marketing'],
      receivedOn: '2026-11-06',
      dueOn: null,
      steps: RECEIPT_STEPS,
      mailed: false,
    },
  ],
  confirm: [
    { action: '/fi/confirm/sample', problems: [] },
    { action: '/fi/confirm/sample', problems: [{ field: 'code', problem: 'code-missing' }] },
  ],
  confirmed: [{}],
  verify: [
    {
      action: '/fi/verify/sample',
      newCodeAction: '/fi/verify/sample/new-code',
      notMeAction: '/fi/verify/sample/not-me',
      problems: [],
      newCodeSent: true,
    },
    {
      action: '/fi/verify/sample',
      newCodeAction: '/fi/verify/sample/new-code',
      notMeAction: '/fi/verify/sample/not-me',
      problems: [{ field: 'code', problem: 'code-ended' }],
      newCodeSent: false,
    },
  ],
  verified: [{}],
  'not-me': [{ action: '/fi/verify/sample/not-me' }],
  disowned: [{}],
  follow: [
    { values: { reference: '' }, problems: [] },
    { values: { reference: HOSTILE }, problems: [{ field: 'reference', problem: 'wrong-pair' }] },
  ],
  status: [
    STATUS,
    { ...STATUS, clock: 'paused', dueOn: null, pausedSince: '2026-11-10', waitsForConfirmation: true },
    { ...STATUS, clock: 'not_started', dueOn: null, pausedSince: '2026-11-10' },
    { ...STATUS, clock: 'not_computable', dueOn: null },
    {
      ...STATUS,
      clock: 'stopped',
      closed: true,
      canWithdraw: false,
      rights: [
        { right: 'access', stage: 'closed', ending: 'partly', answeredOn: '2026-12-01' },
        { right: 'erasure', stage: 'closed', ending: 'withdrawn', answeredOn: null },
      ],
    },
  ],
  withdraw: [{ reference: '7KQ2M-9TX4R' }],
  withdrawn: [{ reference: '7KQ2M-9TX4R' }],
  unlock: [
    { action: '/fi/answer/sample', problems: [] },
    { action: '/fi/answer/sample', problems: [{ field: 'code', problem: 'wrong-code' }] },
  ],
  answer: [
    ANSWER,
    {
      ...ANSWER,
      letterText: HOSTILE,
      files: HOSTILE_TEXTS.map((name, index) => ({ id: `${index}`, name, mediaType: name, bytes: 1 })),
    },
    { ...ANSWER, outcome: 'nothing_held', files: [] },
  ],
  'link-ended': [{}],
  problem: [
    { kind: 'not-found', tryAgainAt: null },
    { kind: 'too-many', tryAgainAt: '22.11. klo 10.20' },
    { kind: 'session-ended', tryAgainAt: null },
    { kind: 'refused', tryAgainAt: null },
    { kind: 'failed', tryAgainAt: null },
  ],
  accessibility: [{}],
  privacy: [{ record, contact: 'Tietosuojavastaava, tietosuoja@aurinkosahko.example, +358 00 000 0001' }],
};

/** Every sample with the name of its page, and its position among the samples of that page. */
export const allPortalSamples = (): readonly { readonly page: PortalPageName; readonly index: number }[] =>
  Object.entries(PORTAL_SAMPLES).flatMap(([page, samples]) =>
    samples.map((_sample, index) => ({ page: page as PortalPageName, index })),
  );
