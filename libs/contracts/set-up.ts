import { z } from 'zod';
import { TYPED } from './setting-kit.js';
import { filledText, instant, language } from './wire.js';

/** The parts of the settings that have a page of their own, in their order. */
export const SETTING_PAGES = ['organisation', 'record', 'registers', 'letters', 'time-limits', 'users'] as const;

/** The steps of setting a desk up, in their order. */
export const SET_UP_STEPS = ['organisation', 'time-limits', 'record', 'registers', 'mail', 'request'] as const;

/** What is still missing on a page or in a step, by a code that ends the key of its sentence. */
const MISSING = [
  'organisation-name',
  'organisation-contact',
  'record-empty',
  'record-gaps',
  'registers-none',
  'registers-no-connection',
  'registers-failing',
  'users-no-officer',
  'users-no-approver',
  'mail-no-server',
  'mail-untested',
  'request-none',
] as const;

const missing = z.array(z.enum(MISSING));

export const settingsOverview = z.strictObject({
  pages: z.array(z.strictObject({ page: z.enum(SETTING_PAGES), missing, changedAt: instant.nullable() })),
  /** While the desk is being set up. */
  settingUp: z.boolean(),
});

/** How far setting up has come. */
export const setUpState = z.strictObject({
  steps: z.array(z.strictObject({ step: z.enum(SET_UP_STEPS), missing, skipped: z.boolean() })),
  finished: z.boolean(),
  /** The reference of the test request, while it is there. */
  testRequest: z.strictObject({ reference: z.string(), open: z.boolean() }).nullable(),
  mailTestedAt: instant.nullable(),
});

export const setUpProgress = z.strictObject({
  skipped: z.array(z.enum(SET_UP_STEPS)).max(SET_UP_STEPS.length),
  finished: z.boolean(),
});

/** The first administrator, by the token that the program printed where it was started. */
export const firstAdministrator = z.strictObject({
  token: filledText(100),
  name: filledText(200),
  email: TYPED.mail(),
  password: z.string().min(12).max(1000),
  language,
});

export const mailTest = z.strictObject({ to: TYPED.mail() });

/** What became of the test mail: `accepted`, or the code of what the server or the line answered. */
export const mailTestResult = z.strictObject({
  result: z.enum(['accepted', 'refused', 'unreachable', 'no-server']),
  /** The server's own code, such as `550 RCPT TO`. */
  code: z.string().nullable(),
});

/** Asks for a test request in one language; its acknowledgement goes to this address. */
export const testRequest = z.strictObject({ to: TYPED.mail(), language });

export type SettingPage = (typeof SETTING_PAGES)[number];
export type SetUpStep = (typeof SET_UP_STEPS)[number];
export type MissingSetting = (typeof MISSING)[number];
export type SettingsOverview = z.infer<typeof settingsOverview>;
export type SetUpState = z.infer<typeof setUpState>;
export type SetUpProgress = z.infer<typeof setUpProgress>;
export type MailTestResult = z.infer<typeof mailTestResult>;
