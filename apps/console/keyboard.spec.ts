import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectSoon, expectFocus } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems, openAccount } from './test/console-page.js';
import { SESSION } from './test/fixtures/session.js';

const REQUEST = '/requests/KMNP-5QRS-6TVW';

const built = builtConsole();
const { desk } = built;

const openPalette = async (page: Page) => {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find or do something' });
  await palette.getByRole('option').first().waitFor();
  await expectFocus(palette.getByRole('combobox'));
  return palette;
};

/** Goes on with Tab until the focus is there; a page that needs more steps than these leads nobody anywhere. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let step = 0; step < 40; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${selector}`);
};

/** Two keys in a row, which must follow each other within a second however busy the machine is. */
const pressBoth = (page: Page, keys: readonly [string, string]) =>
  Promise.all(keys.map((key) => page.keyboard.press(key)));

/** What the field points at, and Enter does. */
const pointedAt = (page: Page) => page.locator('[role=option][aria-selected=true]');

/** Types into the palette what is wanted, and takes it once the field points at it. */
const choose = async (page: Page, typed: string, wanted: string): Promise<void> => {
  await page.keyboard.type(typed);
  await expectSoon(() => pointedAt(page).textContent()).toContain(wanted);
  await page.keyboard.press('Enter');
};

describe('Ctrl K', () => {
  it('goes to a view by the beginnings of its words', async () => {
    const page = await built.visit('/queue');
    await openPalette(page);
    await choose(page, 'wait appr', 'Waiting for approval');
    await page.waitForURL('**/queue?view=four_eyes');
    await page.locator('h1', { hasText: 'Waiting for approval' }).waitFor();
    await expectSoon(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('opens a request by its reference, however it is typed', async () => {
    const page = await built.visit('/queue');
    await openPalette(page);
    await choose(page, 'ab3de fghjk', 'Open request AB3DE-FGHJK');
    await page.waitForURL('**/requests/AB3DE-FGHJK');
    await expectSoon(() => new URL(page.url()).search).toBe('');
  });

  it('gives a command of the request on screen', async () => {
    const page = await built.visit(REQUEST);
    await openPalette(page);
    await choose(page, 'record withdrawal', 'Record a withdrawal');
    const dialog = page.getByRole('dialog', { name: 'Record a withdrawal' });
    await dialog.waitFor();
    await expectSoon(() => dialog.getByLabel('How and when they said so').count()).toBe(1);
  });

  it('shows what is closed with the reason of the law, and does not do it', async () => {
    const page = await built.visit(REQUEST);
    const palette = await openPalette(page);
    await page.keyboard.type('extend deadline');
    const option = pointedAt(page);
    await expectSoon(() => option.textContent()).toContain(
      'Not possible now: Extended already; the law allows it once.',
    );
    await expectSoon(() => option.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Enter');
    // The palette still takes words, so Enter has done nothing.
    await page.keyboard.type(' of');
    await expectSoon(() => palette.getByRole('combobox').inputValue()).toBe('extend deadline of');
    await expectSoon(() => page.getByRole('dialog').count()).toBe(1);
  });

  it('is walked with the arrows, round the ends, and closed with Escape', async () => {
    const page = await built.visit('/queue');
    const palette = await openPalette(page);
    const first = await palette.getByRole('option').first().textContent();
    await expectSoon(() => pointedAt(page).textContent()).toBe(first);
    await page.keyboard.press('ArrowUp');
    await expectSoon(() => pointedAt(page).textContent()).toContain('Sign out');
    await page.keyboard.press('ArrowDown');
    await expectSoon(() => pointedAt(page).textContent()).toBe(first);
    const field = palette.getByRole('combobox');
    await expectSoon(() => field.getAttribute('aria-activedescendant')).toBe(await pointedAt(page).getAttribute('id'));
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    await expectSoon(() => page.getByRole('dialog').count()).toBe(0);
  });

  it.each([
    ['fi', 'maaraajat', 'Määräajat ja muistutukset'],
    ['sv', 'ljust', 'Ljust tema'],
  ] as const)('speaks %s', async (language, typed, found) => {
    built.speak(language);
    const page = await built.visit('/queue');
    await page.keyboard.press('Control+k');
    await expectFocus(page.getByRole('dialog').getByRole('combobox'));
    await page.keyboard.type(typed);
    await expectSoon(() => pointedAt(page).textContent()).toContain(found);
  });
});

describe('keys of one letter', () => {
  it('lead to places by two in a row, and are listed by ?', async () => {
    const page = await built.visit('/queue?view=overdue');
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Shortcuts' });
    await list.getByText('Go to the queue').waitFor();
    await expectFocus(list);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await pressBoth(page, ['g', 'm']);
    await page.waitForURL('**/queue?view=mine');
    await expectSoon(() => page.locator('h1').textContent()).toBe('My open requests');
  });

  it('open the row that has the focus', async () => {
    const page = await built.visit('/queue');
    await page.keyboard.press('j');
    await expectFocus(page.locator('[data-row-link="AB3D-F7HK-2MNP"]'));
    await page.keyboard.press('o');
    await page.waitForURL('**/requests/AB3D-F7HK-2MNP');
  });

  it('select the row that has the focus', async () => {
    const page = await built.visit('/queue');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expectFocus(page.locator('[data-row-link]').nth(1));
    await page.keyboard.press('x');
    await expectSoon(() => page.locator('tbody input[type=checkbox]').nth(1).isChecked()).toBe(true);
    await expectSoon(() => page.locator('tbody input[type=checkbox]:checked').count()).toBe(1);
  });

  it('lead to the search field, and are letters while somebody types', async () => {
    const page = await built.visit('/queue');
    await page.keyboard.press('/');
    await expectFocus(page.locator('main [data-search]'));
    await page.keyboard.type('n? gq');
    await expectSoon(() => page.locator('main [data-search]').inputValue()).toBe('n? gq');
    await expectSoon(() => new URL(page.url()).pathname).toBe('/queue');
  });

  it('do nothing for who has turned them off; Ctrl K still does', async () => {
    desk.session = { ...SESSION, user: { ...SESSION.user, singleKeys: false } };
    const page = await built.visit('/queue');
    for (const key of ['n', '?', 'g', 'q', 'j']) await page.keyboard.press(key);
    await expectFocus(page.locator('h1'));
    await openPalette(page);
    // What the keys might have opened or left would be there before what was asked for after them.
    await expectSoon(() => page.getByRole('dialog').count()).toBe(1);
    await expectSoon(() => new URL(page.url()).pathname).toBe('/queue');
  });
});

describe('a day without a mouse', () => {
  it('leads from the sign-in over the queue to a request, a command, and back', async () => {
    desk.session = null;
    const page = await built.visit('/', 'form');
    await tabTo(page, '[type=email]');
    await page.keyboard.type('oona@example.org');
    await tabTo(page, '[type=password]');
    await page.keyboard.type('a long invented password');
    await page.keyboard.press('Enter');
    await page.locator('tbody tr').first().waitFor();
    for (let row = 0; row < 4; row += 1) await page.keyboard.press('j');
    await expectFocus(page.locator('[data-row-link]').nth(3));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${REQUEST}`);
    await page.locator('#clock').waitFor();
    await openPalette(page);
    await choose(page, 'withdrawal', 'Record a withdrawal');
    const dialog = page.getByRole('dialog', { name: 'Record a withdrawal' });
    await expectFocus(dialog);
    await tabTo(page, 'textarea');
    await page.keyboard.type('By phone.');
    await tabTo(page, '[type=submit]');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await pressBoth(page, ['g', 'q']);
    await page.waitForURL('**/queue');
    expect(desk.written.at(-1)?.body).toMatchObject({ type: 'withdraw', words: 'By phone.' });
  });
});

describe('the bell', () => {
  it('says how many are unread, tells each as its mail does, and leads to its request', async () => {
    const page = await built.visit('/queue');
    await page.getByRole('button', { name: 'Notifications: 1 unread' }).click();
    await page.getByText('3 working days are left: the answer is due on Thursday 26 November 2026.').waitFor();
    await page.getByText('The person says that they did not make this request.').waitFor();
    await page.getByRole('link', { name: 'KMNP-5QRS-6TVW' }).last().click();
    await page.waitForURL(`**${REQUEST}`);
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    expect(desk.written.map(({ body }) => body)).toEqual([{ id: '12', only: true }]);
  });

  it('marks all as read', async () => {
    const page = await built.visit('/queue');
    await page.getByRole('button', { name: 'Notifications: 1 unread' }).click();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('unread', { exact: true }).waitFor({ state: 'detached' });
    expect(desk.written.map(({ body }) => body)).toEqual([{ id: '12', only: false }]);
  });
});

describe('a deputy', () => {
  it('is named in the account for some days, and let go', async () => {
    const page = await built.visit('/queue');
    await openAccount(page);
    await page.getByRole('button', { name: 'Name the deputy' }).click();
    await page.getByText('Choose a deputy, a first day').waitFor();
    await page.getByLabel('Deputy', { exact: true }).selectOption('approver-1');
    await page.getByLabel('Last day').fill('4.12.');
    await page.getByRole('button', { name: 'Name the deputy' }).click();
    await page.getByText('Artturi Hyväksyjä stands in for you 23 Nov 2026 – 4 Dec 2026.').waitFor();
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByRole('button', { name: 'Name the deputy' }).waitFor();
    expect(desk.written.map(({ method, body }) => [method, body])).toEqual([
      ['PUT', { deputy: 'approver-1', from: '2026-11-23', to: '2026-12-04' }],
      ['DELETE', null],
    ]);
  });
});

describe.each([
  ['light', 'en', 'all'],
  ['dark', 'fi', 'contrast'],
] as const)('in the %s theme, in %s, by %s rules', (colorScheme, language, rules) => {
  it.each([
    ['the palette', (page: Page) => page.keyboard.press('Control+k'), '[role=option]'],
    ['the list of shortcuts', (page: Page) => page.keyboard.press('?'), '[role=dialog] dl'],
    ['the notices', (page: Page) => page.locator('header button[aria-haspopup=dialog]').nth(-2).click(), '#notices'],
    ['the account', openAccount, '#deputy'],
  ] as const)(
    '%s is accessible',
    async (_, open, shows) => {
      built.speak(language);
      const page = await built.visit(REQUEST, '#clock', colorScheme);
      await open(page);
      await page.locator(shows).first().waitFor();
      expect(await accessibilityProblems(page, rules)).toEqual([]);
    },
    60_000,
  );
});
