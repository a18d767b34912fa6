import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PortalVisitor } from '#test/support/portal-visitor';
import { inTurn } from '#test/support/smtp';
import { eventually, startWholeDesk, type WholeDesk } from '#test/support/whole-desk';

const MINUTES = 2;
/** What an orchestrator grants at least (docker-compose.yml: `stop_grace_period`). */
const GRACE_MS = 30_000;

describe('a worker that is stopped while a mail server keeps it waiting', () => {
  let desk: WholeDesk;
  beforeAll(async () => {
    desk = await startWholeDesk(null);
    await desk.start('portal');
  }, MINUTES * 60_000);
  afterAll(() => desk.stop());

  it(
    'ends in time, and the next one ends what it left without sending it twice',
    async () => {
      const worker = await desk.start('worker');
      const email = desk.people.find((person) => person.email !== null)?.email ?? '';
      const letters = () => desk.smtp.journal().filter(({ to }) => to.includes(email));
      // On a working day the morning digest of the staff leaves from the same workers.
      const faults = inTurn('message', { act: 'hang', taken: true });
      desk.smtp.inject((step, mail) => (mail?.to.includes(email) === true ? faults(step) : undefined));
      const visitor = new PortalVisitor(desk.portalUrl);
      const { reference } = await visitor.file(['access'], { name: 'Testi Henkilö', email });
      await eventually('the mail to be under way', () => (letters().length > 0 ? true : undefined));
      const asked = performance.now();
      expect(await worker.stop()).toBe(0);
      expect(performance.now() - asked).toBeLessThan(GRACE_MS);

      await desk.start('worker');
      await eventually('the letter to be told of', async () => {
        const [told] = await desk.database.query(
          `select from ledger_entry join subject_request on id = request_id where reference = $1 and type = 'letterSent'`,
          [reference],
        );
        return told;
      });
      expect(letters()).toHaveLength(1);
      expect([...desk.smtp.counts().values()].filter((times) => times !== 1)).toEqual([]);
    },
    MINUTES * 60_000,
  );
});
