import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { expectSoon } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';

const REQUEST = '/requests/KMNP-5QRS-6TVW';
const FRESH = '/requests/FRES-3HJK-5MNP';
const PAUSED = '/requests/PAVS-2GHJ-8KMN';

const built = builtConsole();
const { desk } = built;

describe('the dates before a command is confirmed', () => {
  const openCommand = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).first().click();
    return page.getByRole('dialog');
  };

  const cellsOf = async (dialog: Locator, limit: string) => {
    await dialog.getByRole('table').waitFor();
    return dialog.getByRole('row', { name: limit }).getByRole('cell').allTextContents();
  };

  it('stand beside those of now, with a reply in one and in two weeks', async () => {
    const dialog = await openCommand(await built.visit(FRESH), 'Ask for proof of identity');
    await dialog.getByText('The clock stands still from today').waitFor();
    await expectSoon(() => cellsOf(dialog, 'Answer')).toEqual(['Thu 10 Dec', 'Thu 17 Dec', 'Mon 28 Dec']);
    expect(desk.written).toEqual([]);
  });

  it('say which limit an extension does not move', async () => {
    const dialog = await openCommand(await built.visit(FRESH), 'Extend the deadline');
    await expectSoon(() => cellsOf(dialog, 'Answer')).toEqual(['Thu 10 Dec', 'Wed 10 Feb 2027']);
    await dialog.getByRole('rowheader', { name: 'Refusal does not move' }).waitFor();
  });

  it('are told anew when another answer is chosen, in words for whoever does not see the table', async () => {
    const dialog = await openCommand(await built.visit(PAUSED), 'Record a reply');
    const told = dialog.getByRole('status').and(dialog.locator('[data-alarm]'));
    await dialog.getByLabel('Yes, it is enough').check();
    await told.getByText('The clock runs on from today.').waitFor();
    await expectSoon(() => told.textContent()).toContain('The new due date is Friday 18 December 2026.');
    await dialog.getByLabel('No, something is still missing').check();
    await told.getByText('The clock goes on standing still until enough has come.').waitFor();
    await expectSoon(() => told.textContent()).toEqual(expect.not.stringContaining('The new due date'));
  });

  it('are replaced by the reason where the command would be refused', async () => {
    desk.previewRefusal = { status: 409, code: 'ground-missing' };
    const page = await built.visit(REQUEST);
    const dialog = await openCommand(page, 'Decide');
    await dialog.getByLabel('Refused').check();
    await dialog.getByRole('status').getByText('A refusal needs a ground.').waitFor();
    await expectSoon(() => dialog.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });

  it('keep nobody from confirming when they cannot be had', async () => {
    desk.previewRefusal = { status: 404, code: 'not-found' };
    const page = await built.visit(FRESH);
    const dialog = await openCommand(page, 'Ask to specify');
    await dialog.getByRole('button', { name: 'Try again' }).waitFor();
    await dialog.getByLabel('What is asked').fill('Which calls?');
    await dialog.getByRole('button', { name: 'Ask to specify' }).click();
    await page.getByText('The question is sent and the clock stands still.').waitFor();
    expect(desk.written.map(({ body }) => body)).toEqual([{ type: 'requestClarification', words: 'Which calls?' }]);
  });
});

describe('the clock card', () => {
  const explained = async (path: string): Promise<Page> => {
    const page = await built.visit(path, '#clock');
    await page.getByRole('button', { name: 'How this date was counted' }).click();
    return page;
  };

  it('says in one sentence why the date is what it is', async () => {
    const page = await built.visit(FRESH, '#clock');
    await page.getByText('Received Tue 10 Nov → the month ends Thu 10 Dec').waitFor();
    await expectSoon(() => page.getByText('The day of receipt is not counted.').first().isVisible()).toBe(false);
  });

  it('tells each limit with its steps, articles and dates, those that are alike together', async () => {
    const page = await explained(REQUEST);
    const limits = page.locator('#clock').getByRole('heading', { level: 3 });
    await expectSoon(() => limits.allTextContents()).toEqual([
      'Answer Mon 8 Feb 2027',
      'Notice of an extension, Refusal Mon 7 Dec 2026',
    ]);
    const last = page.getByRole('table', { name: 'Answer' }).getByRole('row').last();
    await expectSoon(() => last.getByRole('cell').last().textContent()).toBe('Sat 6 Feb 2027 → Mon 8 Feb 2027');
  });

  it('names in words what is not sure, and the date that another reading of the holidays gives', async () => {
    const page = desk.requests.get('FRES-3HJK-5MNP');
    if (page === undefined) throw new Error('no such request');
    const steps = page.clock.steps.map((step) => ({ ...step, certainty: 'unconfirmed' as const }));
    const otherPolicies = [{ policy: 'fi-150-1930', due: '2026-12-28' }];
    desk.requests.set(page.reference, { ...page, clock: { ...page.clock, steps, otherPolicies } });
    const shown = await explained(FRESH);
    await shown.getByText('confirm with counsel').first().waitFor();
    await expectSoon(() => shown.locator('#clock').textContent()).toContain('Monday 28 December 2026');
  });

  it('copies the whole count as text', async () => {
    const page = await explained(REQUEST);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')[1]).toBe('Answer by Monday 8 February 2027');
  });

  it('stands on paper with all its steps, without what can only be clicked', async () => {
    const page = await built.visit(REQUEST, '#clock');
    await page.emulateMedia({ media: 'print' });
    await expectSoon(() => page.getByText('The day of receipt is not counted.').first().isVisible()).toBe(true);
    await expectSoon(() => page.getByRole('button', { name: 'Extend the deadline' }).isVisible()).toBe(false);
  });

  it.each([
    ['paused', 'paused', 'Paused', 'If the person answers today, the answer is due Friday 18 December 2026'],
    ['not_started', 'paused', 'Not started', 'The time limit starts only when the question is answered'],
    ['not_computable', 'undated', 'No fixed date', 'The law gives no last day here.'],
  ] as const)('shows a clock that is %s without a firm date', async (state, tone, pill, sentence) => {
    const page = desk.requests.get('PAVS-2GHJ-8KMN');
    if (page === undefined) throw new Error('no such request');
    desk.requests.set(page.reference, { ...page, clock: { ...page.clock, state, tone } });
    const shown = await built.visit(PAUSED, '#clock');
    const words = () => shown.locator('#clock header').textContent();
    await expectSoon(words).toContain(pill);
    await expectSoon(words).toContain(sentence);
  });
});
