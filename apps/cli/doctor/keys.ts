import { isSignedBy, latestCheckpoint } from '#features/audit/signed-checkpoint';
import { keyFits } from '#persistence/key-check';
import { failure, fine, type Finding } from './finding.js';
import type { Keyring } from '#persistence/keyring';
import type { OpenDesk } from '../desk.js';

const WRONG_KEY = 'give back the ARTIKLA_KEY that this desk began with, and start nothing until then';

/** The key opens what is sealed, and it is the one that signs the ledger. */
export const checkKeys = async ({ database }: OpenDesk, keyring: Keyring): Promise<Finding[]> => {
  const fits = await keyFits(database, keyring);
  const checkpoint = await latestCheckpoint(database);
  const signed = checkpoint === null ? null : isSignedBy(checkpoint, keyring.verifyingKey);
  return [
    fits === false
      ? failure('Key', `it does not open the newest request; ${WRONG_KEY}.`)
      : fine('Key', fits === null ? 'nothing is sealed yet.' : 'opens the newest request.'),
    signed === false
      ? failure('Signature', `the last checkpoint was signed with another key; ${WRONG_KEY}.`)
      : fine('Signature', signed === null ? 'no checkpoint yet.' : 'the last checkpoint is ours.'),
  ];
};
