import { BadRequestException, HttpException, HttpStatus } from '@nestjs/common';

const VERSION = /^"?(\d{1,9})"?$/;

/**
 * The version that the giver of a change looked at, from `If-Match`, with or without quotes.
 * Throws 428 `version-missing` and 400 `version-not-valid`.
 */
export const versionIn = (ifMatch: string | undefined): number => {
  if (ifMatch === undefined) throw new HttpException({ code: 'version-missing' }, HttpStatus.PRECONDITION_REQUIRED);
  const version = VERSION.exec(ifMatch)?.[1];
  if (version === undefined) throw new BadRequestException({ code: 'version-not-valid' });
  return Number(version);
};
