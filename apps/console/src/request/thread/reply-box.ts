/** The field in which a message is written, and the draft that it keeps. */
export const REPLY_BOX = 'reply-box';

export const replyDraft = (reference: string): string => `${reference} writeMessage`;
