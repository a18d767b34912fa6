import { describe, expect, it } from '@jest/globals';
import { expectSoon } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems } from './test/console-page.js';
import { CLOCK_JUMP } from './test/fixtures/operations.js';

const BOARD = '/operations';

const built = builtConsole();
const { desk, be } = built;

describe('the board of the engine', () => {
  it('shows the work of each queue, which workers are there, and what was given up', async () => {
    const page = await built.visit(BOARD, 'table');
    const mail = page.getByRole('row', { name: /^Letters and reminders/ });
    await expectSoon(() => mail.getByRole('cell').allInnerTexts()).toEqual(['1,204', '17', '8', '5', '2', '2 h']);
    await page.getByRole('row', { name: /worker-b.*Silent for over a minute/ }).waitFor();
    await page
      .getByRole('heading', { name: 'Letter to the person: the mail server did not take the message' })
      .waitFor();
  });

  it('looks again by itself', async () => {
    const page = await built.visit(BOARD, 'table');
    desk.operations = { ...desk.operations, dead: [] };
    await page.getByText('No work has been given up.').waitFor();
    await expectSoon(() => page.getByRole('button', { name: /^Try again/ }).count()).toBe(0);
  });

  it('gives one piece of work another start', async () => {
    const page = await built.visit(BOARD, 'table');
    await page.getByRole('button', { name: 'Try again T3B8W-HN5RC' }).click();
    await page.getByText('Started again.').waitFor();
    expect(desk.written.map(({ path, body }) => ({ path, body }))).toEqual([
      {
        path: '/api/v1/operations/retry',
        body: { kind: 'send-letter', reason: 'mail-not-sent', effect: 'two/4/letter' },
      },
    ]);
    await expectSoon(() => page.getByText('T3B8W-HN5RC').count()).toBe(0);
  });

  it('asks before it starts all of one reason again', async () => {
    const page = await built.visit(BOARD, 'table');
    await page.getByRole('button', { name: 'Try all 2 again' }).click();
    await page.getByRole('dialog').getByText('If the cause has not been mended').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(desk.written).toEqual([]);
    await page.getByRole('button', { name: 'Try all 2 again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Started again.').waitFor();
    expect(desk.written.map(({ body }) => body)).toEqual([
      { kind: 'send-letter', reason: 'mail-not-sent', effect: null },
    ]);
  });

  it('leads officers to the request, and administrators, who may not read it, nowhere', async () => {
    const page = await built.visit(BOARD, 'table');
    await expectSoon(() => page.getByRole('link', { name: 'K7MQX-2VD4P' }).count()).toBe(1);
    be('administrator');
    const theirs = await built.visit(BOARD, 'table');
    await theirs.getByText('K7MQX-2VD4P').first().waitFor();
    await expectSoon(() => theirs.getByRole('link', { name: 'K7MQX-2VD4P' }).count()).toBe(0);
  });

  it('lets an administrator, and nobody else, say that the clock is right', async () => {
    desk.operations = { ...desk.operations, clockJump: CLOCK_JUMP };
    const page = await built.visit(BOARD, 'table');
    await page.getByText('The clock of the database ran ahead').waitFor();
    await expectSoon(() => page.getByRole('button', { name: 'The clock is right' }).count()).toBe(0);
    be('administrator');
    const theirs = await built.visit(BOARD, 'table');
    await theirs.getByRole('button', { name: 'The clock is right' }).click();
    await theirs.getByText('The clock is believed again.').waitFor();
    expect(desk.written.map(({ path }) => path)).toEqual(['/api/v1/operations/clock']);
  });

  it('is not offered to auditors, who run nothing', async () => {
    be('auditor');
    const page = await built.visit('/reports', 'main section');
    await expectSoon(() => page.getByRole('link', { name: 'Work queues' }).count()).toBe(0);
  });

  it('says what is wrong when it cannot be read, and tries again when asked', async () => {
    desk.refusal = { status: 403, code: 'not-your-role' };
    const page = await built.visit(BOARD, '[role=alert]');
    desk.refusal = null;
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('row', { name: /^Letters and reminders/ }).waitFor();
    await expectSoon(() => page.getByRole('alert').count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('can be used by everyone, %s', async (colorScheme) => {
    desk.operations = { ...desk.operations, clockJump: CLOCK_JUMP };
    be('administrator');
    const page = await built.visit(BOARD, 'table', colorScheme);
    expect(await accessibilityProblems(page, 'all')).toEqual([]);
  });
});
