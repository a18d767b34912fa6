import type { QueueRow } from '#contracts/queue';
import type { Translate } from '#texts/translator';

/** Whose request it is, or why no name stands there. */
export const personWords = ({ person, unreadable }: QueueRow, t: Translate): string =>
  person ?? t(unreadable ? 'console.queue.nameUnreadable' : 'console.queue.nameHidden');
