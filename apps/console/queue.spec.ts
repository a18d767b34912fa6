import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectSoon, expectFocus } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';

const built = builtConsole();
const { desk } = built;

const search = (page: Page) => page.getByRole('textbox', { name: 'Search this view' });
const rows = (page: Page) => page.locator('tbody tr');
const written = (path: string) => desk.written.filter((one) => one.path.endsWith(path)).map(({ body }) => body);

describe('searching the queue', () => {
  it('finds a person, and leaves them out of the address, the history and what the page keeps', async () => {
    const page = await built.visit('/queue?right=access');
    await page.keyboard.press('/');
    await expectFocus(search(page));
    await page.keyboard.type('kerttu');
    await page.getByText('The search finds no request in “All open”.').waitFor();
    await search(page).fill('sam sample');
    await page.getByRole('link', { name: 'Sam Sample' }).waitFor();
    await expectSoon(() => rows(page).count()).toBe(1);
    expect(written('/search').at(-1)).toMatchObject({ text: 'sam sample', right: 'access', view: 'all_open' });
    const kept = await page.evaluate(() =>
      JSON.stringify([location.href, history.state, Object.entries(sessionStorage), document.title]),
    );
    expect(kept).not.toMatch(/sam|kerttu/iu);
  });

  it('opens the only request that is found with Enter, and still shows it after the way back', async () => {
    const page = await built.visit('/queue');
    await search(page).fill('AB3D-F7HK-2MNP');
    await expectSoon(() => rows(page).count()).toBe(1);
    await search(page).press('Enter');
    await page.waitForURL('**/requests/AB3D-F7HK-2MNP');
    await page.goBack();
    await page.locator('[data-row-link="AB3D-F7HK-2MNP"]').waitFor();
    await expectSoon(() => search(page).inputValue()).toBe('AB3D-F7HK-2MNP');
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await page.getByText('Showing 14 of 20').waitFor();
  });
});

describe('filters', () => {
  it('stand in the address, are said in words, and go with Back or one press', async () => {
    const page = await built.visit('/queue');
    await page.getByRole('button', { name: 'Right', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Erasure' }).check();
    await page.getByRole('checkbox', { name: 'Portability' }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expectSoon(() => new URL(page.url()).searchParams.get('right')).toBe('erasure,portability');
    await page.getByRole('button', { name: /^Right Erasure, Portability/u }).waitFor();
    await page.goBack();
    await page.waitForURL(({ searchParams }) => searchParams.get('right') === 'erasure');
    await page.getByRole('button', { name: 'Remove filter: Right' }).click();
    await page.waitForURL(({ search: query }) => query === '');
  });

  it('by date take the day first, and say what is no date', async () => {
    const page = await built.visit('/queue');
    await page.getByRole('button', { name: 'Deadline' }).first().click();
    await page.getByLabel('From').fill('31.2.2026');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByText('Write the date as 9.12.2026.').waitFor();
    await page.getByLabel('From').fill('21.12.');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await expectSoon(() => new URL(page.url()).search).toBe('?dueFrom=2026-12-21');
  });

  it('that nothing passes lead the way out', async () => {
    const page = await built.visit('/queue?view=overdue&right=objection', 'main p');
    await page.getByText('No request in “Overdue” passes the filters.').waitFor();
    await page.getByRole('link', { name: 'Clear filters' }).click();
    await rows(page).first().waitFor();
    await expectSoon(() => new URL(page.url()).search).toBe('?view=overdue');
  });

  it('sort from either end', async () => {
    const page = await built.visit('/queue');
    const heading = page.getByRole('columnheader', { name: 'Received' });
    await heading.getByRole('button').click();
    await page.waitForURL(({ searchParams }) => searchParams.get('sort') === 'received');
    await expectSoon(() => heading.getAttribute('aria-sort')).toBe('ascending');
    await heading.getByRole('button').click();
    await page.waitForURL(({ searchParams }) => searchParams.get('sort') === '-received');
    await expectSoon(() => heading.getAttribute('aria-sort')).toBe('descending');
  });
});

describe('the load of the coming weeks', () => {
  it('leads from a day to what is due on it, and back', async () => {
    const page = await built.visit('/queue');
    const bar = page.getByRole('button', { name: /^7 due Tue 24 Nov/u });
    await bar.click();
    await page.waitForURL(
      ({ searchParams }) => searchParams.get('dueFrom') === '2026-11-24' && searchParams.get('dueTo') === '2026-11-24',
    );
    await expectSoon(() => bar.getAttribute('aria-pressed')).toBe('true');
    await bar.press('ArrowRight');
    await expectSoon(() => page.locator(':focus').getAttribute('aria-label')).toMatch(/Wed 25 Nov/u);
    await bar.click();
    await page.waitForURL(({ search: query }) => query === '');
  });

  it('names holidays and weekends', async () => {
    const page = await built.visit('/queue');
    await expectSoon(() => page.getByRole('button', { name: 'Nothing due Sun 6 Dec, Independence Day' }).count()).toBe(
      1,
    );
    await expectSoon(() => page.getByRole('button', { name: 'Nothing due Sat 28 Nov, weekend' }).count()).toBe(1);
  });
});

describe('saved views', () => {
  it('open with their filters, one’s own and those that are shared', async () => {
    const page = await built.visit('/queue');
    await page.getByRole('link', { name: /Letters on paper/u }).click();
    await page.locator('h1', { hasText: 'Letters on paper' }).waitFor();
    await expectSoon(() => new URL(page.url()).searchParams.get('channel')).toBe('letter');
    await expectSoon(() => page.title()).toBe('All open – Artikla');
    await page.getByRole('button', { name: 'Save view' }).waitFor();
    await page.getByRole('button', { name: 'Remove filter: Channel' }).click();
    await page.getByText('20 requests · Mon 23 Nov · changed since it was saved').waitFor();
  });

  it('are made, renamed and removed, and removing can be undone', async () => {
    const page = await built.visit('/queue?right=access');
    await page.getByRole('button', { name: 'Save view' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Give the view a name.').waitFor();
    await dialog.getByLabel('Name').fill('Copies');
    await dialog.getByLabel(/Everyone at the desk/u).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    const link = page.getByRole('navigation').getByRole('link', { name: /Copies/u });
    await link.waitFor();
    expect(desk.queue.views.at(-1)).toMatchObject({ name: 'Copies', shared: true, query: 'right=access' });
    await page.getByRole('button', { name: 'Change view: Copies' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the view' }).click();
    await link.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await link.waitFor();
  });
});

describe('columns and density', () => {
  it('are chosen, ordered and kept by the desk', async () => {
    const page = await built.visit('/queue');
    await page.getByRole('button', { name: 'Columns and density' }).click();
    await page.getByText('Compact').click();
    await page.getByRole('checkbox', { name: 'Stage' }).uncheck();
    await page.getByRole('button', { name: 'Move left: Requester' }).click();
    await page.keyboard.press('Escape');
    const headings = page.getByRole('columnheader');
    await expectSoon(async () => (await headings.allTextContents()).slice(1, 4)).toEqual([
      'Deadline',
      'Requester',
      'Next action',
    ]);
    await expectSoon(() => page.getByRole('columnheader', { name: 'Stage' }).count()).toBe(0);
    await expectSoon(() => desk.queue.preferences.density).toBe('compact');
    await expectSoon(() => desk.queue.preferences.columns).toEqual(expect.not.arrayContaining(['stage']));
  });
});

describe('doing one thing to many', () => {
  const choose = async (page: Page): Promise<void> => {
    for (const row of [0, 1]) {
      await page.keyboard.press('j');
      await expectFocus(page.locator('[data-row-link]').nth(row));
      await page.keyboard.press('x');
    }
    await page.getByText('2 selected').waitFor();
  };

  it('gives them to somebody, and back again', async () => {
    const page = await built.visit('/queue');
    await choose(page);
    await page
      .getByRole('region', { name: /Actions/u })
      .getByRole('button', { name: 'Assign' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Handler').selectOption('approver-1');
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await page.getByText('2 requests: Artturi Hyväksyjä').waitFor();
    expect(written('/bulk')[0]).toEqual({
      action: { type: 'assign', assignee: 'approver-1' },
      chosen: [
        { reference: 'AB3D-F7HK-2MNP', version: 3 },
        { reference: 'QRST-9VWX-3YZ1', version: 3 },
      ],
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    expect(written('/bulk').slice(1)).toEqual([
      { action: { type: 'assign', assignee: null }, chosen: [{ reference: 'AB3D-F7HK-2MNP', version: 4 }] },
      { action: { type: 'assign', assignee: 'approver-1' }, chosen: [{ reference: 'QRST-9VWX-3YZ1', version: 4 }] },
    ]);
  });

  it('says of each that was left why, and leaves it chosen', async () => {
    desk.queue.refusals.set('QRST-9VWX-3YZ1', 'looks-genuine');
    const page = await built.visit('/queue');
    await choose(page);
    await page.getByRole('button', { name: 'Spam' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Spam' }).click();
    await dialog.getByText('Write a reason.').waitFor();
    await dialog.getByLabel('Reason').fill('Advertising.');
    await dialog.getByRole('button', { name: 'Spam' }).click();
    await dialog.getByText('1 done · 1 not done').waitFor();
    await expectSoon(() => dialog.getByRole('listitem').allTextContents()).toEqual([
      'QRST-9VWX-3YZ1There seems to be a person behind it, so it is no spam.',
    ]);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('1 selected').waitFor();
  });

  it('reaches all that the filters list', async () => {
    const page = await built.visit('/queue');
    await choose(page);
    await page.getByRole('button', { name: 'Select all 20' }).click();
    await page.getByText('20 selected').waitFor();
    expect(written('/selection')).toEqual([{ view: 'all_open', sort: 'next_action' }]);
    await page.getByRole('button', { name: 'Clear the selection' }).click();
    await page.getByText('20 selected').waitFor({ state: 'detached' });
  });

  it('is not offered to whoever only reads', async () => {
    built.be('auditor');
    const page = await built.visit('/queue');
    await page.getByRole('button', { name: 'Download as CSV' }).waitFor();
    await expectSoon(() => page.getByRole('checkbox').count()).toBe(0);
  });
});

describe('the file of the list', () => {
  it('is that of the filters and the search, under the day of the desk', async () => {
    const page = await built.visit('/queue?right=access');
    const found = page.waitForResponse((response) => response.url().endsWith('/search'));
    await search(page).fill('aino');
    await found;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect((await download).suggestedFilename()).toBe('requests-2026-11-21.csv');
    expect(written('/export')).toEqual([{ view: 'all_open', sort: 'next_action', right: 'access', text: 'aino' }]);
  });
});
