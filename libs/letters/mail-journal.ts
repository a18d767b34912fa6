/** What a journal of sent mail says about a Message-ID. `unreadable` is no answer: ask again or resend after a grace time. */
export type JournalVerdict = 'accepted' | 'absent' | 'unreadable';

/** Where the desk looks whether a mail of uncertain fate was taken after all (durability, section 2 "Mail"). */
export interface MailJournal {
  /**
   * For so many seconds the journal may lack a mail that was taken, or that a sender which fell silent is yet to hand over
   * when it wakes. `absent` counts only after them.
   */
  readonly lagSeconds: number;
  /** `messageId` with its angle brackets. Never throws. */
  find(messageId: string): Promise<JournalVerdict>;
}

/** Milliseconds; a journal that is slower counts as unreadable. */
const PATIENCE = 5_000;
/** A mail that is late by this much is better than one that comes twice. */
const USUAL_LAG_SECONDS = 30;

/** The local mail catcher as its own journal: it stores a mail before it says that it took it, and filters by header. */
export class CatcherMailJournal implements MailJournal {
  /** `baseUrl` is the address of the catcher's page, such as `http://127.0.0.1:1080`. */
  constructor(
    private readonly baseUrl: string,
    readonly lagSeconds = USUAL_LAG_SECONDS,
  ) {}

  async find(messageId: string): Promise<JournalVerdict> {
    try {
      const query = new URLSearchParams({ 'headers.message-id': messageId, limit: '1' });
      const response = await fetch(new URL(`api/email?${query}`, `${this.baseUrl}/`), {
        signal: AbortSignal.timeout(PATIENCE),
      });
      const mails: unknown = response.ok ? await response.json() : null;
      if (!Array.isArray(mails)) return 'unreadable';
      return mails.length > 0 ? 'accepted' : 'absent';
    } catch {
      return 'unreadable';
    }
  }
}

/** For mail servers that keep no journal we can read: a doubt then ends in one more copy with the same Message-ID. */
export class NoMailJournal implements MailJournal {
  readonly lagSeconds = 0;

  find(): Promise<JournalVerdict> {
    return Promise.resolve('unreadable');
  }
}
