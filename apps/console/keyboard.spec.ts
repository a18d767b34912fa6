import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { openBuiltConsole, type BuiltConsole } from './test/built-console.js';
import { accessibilityProblems, newProfile } from './test/console-page.js';
import { SESSION } from './test/fixtures/session.js';
import type { Desk } from './test/fake-api.js';

const REQUEST = '/requests/KMNP-5QRS-6TVW';

let built: BuiltConsole;
let desk: Desk;

beforeAll(async () => {
  built = await openBuiltConsole();
  ({ desk } = built);
}, 120_000);

afterEach(() => built.reset());

afterAll(() => built.close());

const openPalette = async (page: Page) => {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find or do something' });
  await palette.getByRole('option').first().waitFor();
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

/** What the field points at. */
const pointedAt = (page: Page) => page.locator('[role=option][aria-selected=true]');

describe('Ctrl K', () => {
  it('goes to a view by the beginnings of its words', async () => {
    const page = await built.visit('/queue');
    await openPalette(page);
    await page.keyboard.type('wait appr');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/queue?view=four_eyes');
    await page.locator('h1', { hasText: 'Waiting for approval' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('opens a request by its reference, however it is typed', async () => {
    const page = await built.visit('/queue');
    await openPalette(page);
    await page.keyboard.type('ab3de fghjk');
    await page.getByRole('option', { name: 'Open request AB3DE-FGHJK' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/requests/AB3DE-FGHJK');
    expect(new URL(page.url()).search).toBe('');
  });

  it('gives a command of the request on screen', async () => {
    const page = await built.visit(REQUEST);
    await openPalette(page);
    await page.keyboard.type('record withdrawal');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Record a withdrawal' });
    await dialog.waitFor();
    expect(await dialog.getByLabel('How and when they said so').count()).toBe(1);
  });

  it('shows what is closed with the reason of the law, and does not do it', async () => {
    const page = await built.visit(REQUEST);
    await openPalette(page);
    await page.keyboard.type('extend deadline');
    const option = pointedAt(page);
    expect(await option.textContent()).toContain('Not possible now: Extended already; the law allows it once.');
    expect(await option.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(await page.getByRole('dialog').getByRole('combobox').count()).toBe(1);
  });

  it('is walked with the arrows, round the ends, and closed with Escape', async () => {
    const page = await built.visit('/queue');
    const palette = await openPalette(page);
    const first = await pointedAt(page).textContent();
    await page.keyboard.press('ArrowUp');
    expect(await pointedAt(page).textContent()).toContain('Sign out');
    await page.keyboard.press('ArrowDown');
    expect(await pointedAt(page).textContent()).toBe(first);
    const field = palette.getByRole('combobox');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await pointedAt(page).getAttribute('id'));
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it.each([
    ['fi', 'maaraajat', 'Määräajat ja muistutukset'],
    ['sv', 'ljust', 'Ljust tema'],
  ] as const)('speaks %s', async (language, typed, found) => {
    built.speak(language);
    const page = await built.visit('/queue');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(typed);
    await page.getByRole('option', { name: found }).waitFor();
    expect(await pointedAt(page).textContent()).toContain(found);
  });
});

describe('keys of one letter', () => {
  it('lead to places by two in a row, and are listed by ?', async () => {
    const page = await built.visit('/queue?view=overdue');
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Shortcuts' });
    await list.getByText('Go to the queue').waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.waitForURL('**/queue?view=mine');
    expect(await page.locator('h1').textContent()).toBe('My open requests');
  });

  it('open the row that has the focus', async () => {
    const page = await built.visit('/queue');
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.waitForURL('**/requests/*');
    expect(new URL(page.url()).pathname).toBe('/requests/AB3D-F7HK-2MNP');
  });

  it('select the row that has the focus', async () => {
    const page = await built.visit('/queue');
    for (const key of ['j', 'j', 'x']) await page.keyboard.press(key);
    expect(await page.locator('tbody input[type=checkbox]').nth(1).isChecked()).toBe(true);
    expect(await page.locator('tbody input[type=checkbox]:checked').count()).toBe(1);
  });

  it('lead to the search field, and are letters while somebody types', async () => {
    const page = await built.visit('/queue');
    await page.keyboard.press('/');
    await page.keyboard.type('n? gq');
    expect(await page.locator('main [data-search]').inputValue()).toBe('n? gq');
    expect(new URL(page.url()).pathname).toBe('/queue');
  });

  it('do nothing for who has turned them off; Ctrl K still does', async () => {
    desk.session = { ...SESSION, user: { ...SESSION.user, singleKeys: false } };
    const page = await built.visit('/queue');
    for (const key of ['n', '?', 'g', 'q', 'j']) await page.keyboard.press(key);
    expect(new URL(page.url()).pathname).toBe('/queue');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await openPalette(page);
    expect(await page.getByRole('combobox').count()).toBe(1);
  });
});

describe('a day without a mouse', () => {
  it('leads from the sign-in over the queue to a request, a command, and back', async () => {
    desk.session = null;
    const page = await built.profile.newPage();
    await page.goto(built.origin);
    await page.getByLabel('E-mail').waitFor();
    await tabTo(page, '[type=email]');
    await page.keyboard.type('oona@example.org');
    await tabTo(page, '[type=password]');
    await page.keyboard.type('a long invented password');
    await page.keyboard.press('Enter');
    await page.locator('tbody tr').first().waitFor();
    for (const key of ['j', 'j', 'j', 'j', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(`**${REQUEST}`);
    await page.locator('#clock').waitFor();
    await openPalette(page);
    await page.keyboard.type('withdrawal');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('textarea').waitFor();
    await tabTo(page, 'textarea');
    await page.keyboard.type('By phone.');
    await tabTo(page, '[type=submit]');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('q');
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
    await page.locator('header button[aria-haspopup=dialog]').last().click();
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
  let unguarded: BrowserContext;

  beforeAll(async () => {
    unguarded = await newProfile(built.browser, { colorScheme, bypassCSP: true });
  });

  afterAll(() => unguarded.close());

  it.each([
    ['the palette', (page: Page) => page.keyboard.press('Control+k'), '[role=option]'],
    ['the list of shortcuts', (page: Page) => page.keyboard.press('?'), '[role=dialog] dl'],
    ['the notices', (page: Page) => page.locator('header button[aria-haspopup=dialog]').nth(-2).click(), '#notices'],
    ['the account', (page: Page) => page.locator('header button[aria-haspopup=dialog]').last().click(), '#deputy'],
  ] as const)(
    '%s is accessible',
    async (_, open, shows) => {
      built.speak(language);
      const page = await unguarded.newPage();
      await page.goto(built.origin + REQUEST);
      await page.locator('#clock').waitFor();
      await open(page);
      await page.locator(shows).first().waitFor();
      expect(await accessibilityProblems(page, rules)).toEqual([]);
      await page.close();
    },
    60_000,
  );
});
