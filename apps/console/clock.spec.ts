import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openBuiltConsole, type BuiltConsole } from './test/built-console.js';
import type { Desk } from './test/fake-api.js';

const REQUEST = '/requests/KMNP-5QRS-6TVW';
const FRESH = '/requests/FRES-3HJK-5MNP';
const PAUSED = '/requests/PAVS-2GHJ-8KMN';

let built: BuiltConsole;
let desk: Desk;

beforeAll(async () => {
  built = await openBuiltConsole();
  ({ desk } = built);
}, 120_000);

afterEach(() => built.reset());

afterAll(() => built.close());

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
    expect(await cellsOf(dialog, 'Answer')).toEqual(['Thu 10 Dec 2026', 'Thu 17 Dec 2026', 'Mon 28 Dec 2026']);
    expect(desk.written).toEqual([]);
  });

  it('say which limit an extension does not move', async () => {
    const dialog = await openCommand(await built.visit(FRESH), 'Extend the deadline');
    expect(await cellsOf(dialog, 'Answer')).toEqual(['Thu 10 Dec 2026', 'Wed 10 Feb 2027']);
    await dialog.getByRole('rowheader', { name: 'Refusal does not move' }).waitFor();
  });

  it('are told anew when another answer is chosen, in words for whoever does not see the table', async () => {
    const dialog = await openCommand(await built.visit(PAUSED), 'Record a reply');
    const told = dialog.getByRole('status');
    await dialog.getByLabel('Yes, it is enough').check();
    await told.getByText('The clock runs on from today.').waitFor();
    expect(await told.textContent()).toContain('The new due date is Friday 18 December 2026.');
    await dialog.getByLabel('No, something is still missing').check();
    await told.getByText('The clock goes on standing still until enough has come.').waitFor();
    expect(await told.textContent()).not.toContain('The new due date');
  });

  it('are replaced by the reason where the command would be refused', async () => {
    desk.previewRefusal = { status: 409, code: 'ground-missing' };
    const page = await built.visit(REQUEST);
    const dialog = await openCommand(page, 'Decide');
    await dialog.getByLabel('Refused').check();
    await dialog.getByRole('status').getByText('A refusal needs a ground.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Try again' }).count()).toBe(0);
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
