import { Injectable } from '@nestjs/common';
import { Keyring } from '#persistence/keyring';
import type { Lane } from '#queue/lanes';
import type { StoredMail } from './mail-store.js';

/** Staff share a mail domain: their mails are one lane, whoever they go to. */
export const STAFF_LANE: Lane = { kind: 'mail', key: 'staff' };

/** The servers of one mail domain as a narrow place: they put off whoever comes with too many mails at once. */
@Injectable()
export class MailLanes {
  constructor(private readonly keyring: Keyring) {}

  /** The lane of the domain a mail goes to. A domain may be somebody's own, so only its keyed hash is written down. */
  to({ content }: Pick<StoredMail, 'content'>): Lane {
    const { address } = content.to;
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    return { kind: 'mail', key: this.keyring.blindIndex('mail-domain', domain).toString('base64url') };
  }
}
