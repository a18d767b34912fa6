import { describe, expect, it } from '@jest/globals';
import { expectSoon } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';

const built = builtConsole();
const { desk } = built;

describe('what others wait for from me', () => {
  it('is a view of its own beside “mine”, with its count, reached from the side', async () => {
    const page = await built.visit('/queue');
    const views = page.getByRole('navigation', { name: 'Views of the requests' });
    await views.getByRole('link', { name: 'Others wait for me' }).click();
    await page.waitForURL('**/queue?view=wait_for_me');
    await page.locator('h1', { hasText: 'Others wait for me' }).waitFor();
    await expectSoon(() => views.locator('[aria-current=page]').allTextContents()).toEqual(['Others wait for me3']);
  });

  it('shows my own load, which leads to my own requests and to those of whom I stand in for', async () => {
    const page = await built.visit('/queue?view=wait_for_me');
    const load = page.getByRole('region', { name: 'Your load of the coming weeks' });
    await load.getByRole('button', { name: /^7 due Tue 24 Nov/u }).click();
    await page.waitForURL('**/queue?view=mine&dueFrom=2026-11-24&dueTo=2026-11-24');
    await load.getByRole('button', { name: /overdue$/u }).click();
    await page.waitForURL('**/queue?view=mine&dueTo=2026-11-22');
    await load.getByRole('button', { name: /paused$/u }).click();
    await expectSoon(() => new URL(page.url()).search).toBe('?view=mine&paused=yes');
  });

  it('says in its own words that nobody waits', async () => {
    desk.rows = [];
    const page = await built.visit('/queue?view=wait_for_me', 'main p');
    await page.getByText('Nobody waits for anything from you.').waitFor();
    expect(new URL(page.url()).search).toBe('?view=wait_for_me');
  });
});
