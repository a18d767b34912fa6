import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkpointFile, exportCheckpoints } from '#features/audit/checkpoint-file';
import { makeCheckpoint } from '#features/audit/checkpoint';
import { openCommandDesk, runCommand, type CommandDesk } from '#test/support/command';
import { fileRequest } from '#test/support/desk';

let desk: CommandDesk;
let reference: string;

beforeAll(async () => {
  desk = await openCommandDesk();
  reference = (await fileRequest(desk, ['access'])).state.reference;
  await fileRequest(desk, ['erasure']);
  await makeCheckpoint(desk.database, desk.keyring.signingKey);
  await exportCheckpoints(desk.database, checkpointFile(desk.dataDir));
});
afterAll(() => desk.close());

describe('artikla audit verify', () => {
  it('counts what it found as it was recorded', async () => {
    const { code, printed } = await runCommand(['audit', 'verify'], desk.env);
    expect(code).toBe(0);
    expect(printed).toEqual([
      expect.stringMatching(
        /^All is as it was recorded\. Entries: \d+, chains: 2, checkpoints: 1, outside the database: 1\.$/,
      ),
    ]);
  });

  it('needs the key, because only the key tells our signatures from others', async () => {
    const { DATABASE_URL, DATA_DIR } = desk.env;
    const { code, complained } = await runCommand(['audit', 'verify'], { DATABASE_URL, DATA_DIR });
    expect(code).toBe(1);
    expect(complained).toEqual([expect.stringContaining('cannot be read (ENOENT)')]);
  });

  it('names the first bad entry and fails', async () => {
    await desk.database.transaction(async (session) => {
      await session.query('set local session_replication_role = replica');
      await session.query(
        `update ledger_entry set actor = 'nobody' where seq = 1
           and request_id = (select id from subject_request where reference = $1)`,
        [reference],
      );
    });
    expect(await runCommand(['audit', 'verify'], desk.env)).toEqual({
      code: 1,
      printed: [`${reference} seq 1: it is not what was recorded`],
      complained: [],
    });
  });
});
