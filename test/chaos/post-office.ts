import { serveJournal } from '#test/support/mail-journal-server';
import { textOf } from '#test/support/mail-text';
import { startSmtp, type RecordedMail, type SmtpFault, type SmtpStep, type TestSmtp } from '#test/support/smtp';
import type { Chance } from '#test/bench/chance';

/** A server that hangs gives up in the end; by the standard after minutes, here sooner so that a run may end. */
const HANGS_FOR_MS = 4_000;
const ANSWER_PATH = '/answer/';

interface WeightedFault {
  readonly name: string;
  readonly weight: number;
  readonly step: SmtpStep;
  readonly fault: SmtpFault;
}

/** What a mail server does to us, by how often. */
export const MAIL_FAULTS: readonly WeightedFault[] = [
  { name: 'reset at connect', weight: 2, step: 'connect', fault: { act: 'cut' } },
  { name: '421 at connect', weight: 2, step: 'connect', fault: { refuse: 421 } },
  { name: '450 to the recipient', weight: 3, step: 'recipient', fault: { refuse: 450 } },
  { name: 'slow to the recipient', weight: 3, step: 'recipient', fault: { waitMs: 2_500 } },
  { name: 'slow to the message', weight: 3, step: 'message', fault: { waitMs: 2_500, taken: true } },
  { name: 'reset before DATA', weight: 3, step: 'recipient', fault: { act: 'cut' } },
  { name: '421 to the message', weight: 2, step: 'message', fault: { refuse: 421 } },
  { name: '450 to the message', weight: 2, step: 'message', fault: { refuse: 450 } },
  { name: '552 to the message', weight: 2, step: 'message', fault: { refuse: 552 } },
  { name: 'cut after the dot, taken', weight: 4, step: 'message', fault: { act: 'cut', taken: true } },
  { name: 'cut after the dot, not taken', weight: 4, step: 'message', fault: { act: 'cut' } },
  { name: 'hang after the dot, taken', weight: 2, step: 'message', fault: { act: 'hang', taken: true } },
  { name: 'hang after the dot, not taken', weight: 1, step: 'message', fault: { act: 'hang' } },
];

export interface PostOffice {
  readonly smtp: TestSmtp;
  readonly journalUrl: string;
  /** How often each fault struck. */
  readonly struck: ReadonlyMap<string, number>;
  /** Message-IDs that were refused for good: nobody owes those mails to anybody. */
  readonly refused: ReadonlySet<string>;
  /** From now on a hundred deliveries meet so many faults; one may meet several. */
  trouble(percent: number): void;
  stop(): Promise<void>;
}

/**
 * The witness outside the product: it counts what it took by Message-ID. Its journal shows a mail only `lagMs` after the
 * mail was taken, as a log that is shipped does.
 */
export const openPostOffice = async (
  chance: Chance,
  lagMs: number,
  faults: readonly WeightedFault[],
): Promise<PostOffice> => {
  const smtp = await startSmtp(0, { hangsForMs: HANGS_FOR_MS });
  const journal = await serveJournal(smtp, lagMs);
  const struck = new Map<string, number>();
  const refused = new Set<string>();
  let percent = 0;

  const choose = (step: SmtpStep, mail: RecordedMail | undefined): SmtpFault | undefined => {
    const here = faults.filter((one) => one.step === step);
    const share = weigh(here) / weigh(faults);
    if (here.length === 0 || chance.next() * 100 >= percent * share) return undefined;
    const { name, fault } = chance.pick(here);
    // Only an answer that cannot be delivered leaves a request a way to end: by post.
    const forGood = 'refuse' in fault && fault.refuse === 552;
    if (forGood && (mail === undefined || !textOf(mail).includes(ANSWER_PATH))) return undefined;
    if (forGood && mail !== undefined) refused.add(mail.messageId);
    struck.set(name, (struck.get(name) ?? 0) + 1);
    return fault;
  };

  return {
    smtp,
    journalUrl: journal.url,
    struck,
    refused,
    trouble: (now) => {
      percent = now;
      smtp.inject(now === 0 ? undefined : choose);
    },
    stop: async () => {
      await journal.stop();
      await smtp.stop();
    },
  };
};

const weigh = (faults: readonly WeightedFault[]): number => faults.reduce((sum, { weight }) => sum + weight, 0);
