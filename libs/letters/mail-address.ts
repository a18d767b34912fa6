import { domainToASCII } from 'node:url';

declare const checked: unique symbol;

/**
 * An address that passed `mailAddressOf`: one local part, one domain in ASCII, nothing else. Only such an address reaches
 * the transport, since nodemailer reads lists, comments and line ends in a string as further recipients.
 */
export type MailAddress = string & { readonly [checked]: true };

/** RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3: a path of 256 octets includes its angle brackets. */
const LONGEST_ADDRESS = 254;

/** A dot-atom of RFC 5322: no quotes, comments or spaces; dots only between other characters; at most 64 octets. */
const LOCAL_PART = /^(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*$/u;

/** What may be typed as a domain. Percent signs and slashes would be decoded or cut by the host parser. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** Letter-digit-hyphen labels, at least two; the last is not a number, so that no IP address passes. */
const LDH_DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?![0-9]+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/u;

const isAddress = (text: string): text is MailAddress => text.length <= LONGEST_ADDRESS;

/**
 * The one check and the one spelling of a mail address (security design, section 2.7): spaces around it are dropped, the
 * domain becomes lower-case ASCII (UTS 46), the local part stays as typed. Null for everything else, also for what RFC
 * 5322 would allow but nobody needs: quoted local parts, comments, address literals, lists, display names.
 */
export const mailAddressOf = (typed: string): MailAddress | null => {
  const text = typed.replace(/^ +| +$/gu, '');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const typedDomain = text.slice(at + 1);
  if (at < 1 || !LOCAL_PART.test(local) || !TYPED_DOMAIN.test(typedDomain)) return null;
  const domain = domainToASCII(typedDomain);
  const address = `${local}@${domain}`;
  return LDH_DOMAIN.test(domain) && isAddress(address) ? address : null;
};

/**
 * The form in which two addresses are compared: people type their own local part in any case. Never mail to it, a mailbox
 * may tell cases apart (RFC 5321, section 2.4).
 */
export const matchingForm = (address: MailAddress): string => address.toLowerCase();
