import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LANGUAGES, type Language } from '#domain/language';
import { launchBrowser } from '#test/support/browser';
import { accessibilityProblems, complaintsOf, newProfile } from './test/console-page.js';
import { newDesk, serveConsole, type Desk } from './test/fake-api.js';
import { SESSION } from './test/fixtures/session.js';

const REQUEST = '/requests/KMNP-5QRS-6TVW';
const SEVERAL = '/requests/SEVR-1ABC-7DEF';
const FIRST_LOAD_KILOBYTES = 220;

let folder: string;
let browser: Browser;
/** Shared by the tests: a profile that has the scripts already opens pages in half the time. */
let profile: BrowserContext;
let server: Server;
let origin: string;
const desk: Desk = newDesk();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artikla-console-'));
  const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js');
  // Under jest's own NODE_ENV the libraries would come in their slow development form.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', import.meta.dirname, '--outDir', folder], { env });
  [browser, { server, origin }] = await Promise.all([launchBrowser(), serveConsole(folder, desk)]);
  profile = await newProfile(browser);
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  Object.assign(desk, newDesk());
});

afterEach(async () => {
  await Promise.all(profile.pages().map((page) => page.close()));
});

const speak = (language: Language): void => {
  desk.session = { ...SESSION, user: { ...SESSION.user, language } };
};

/** Opens a page and waits until what it is about is there. */
const visit = async (path: string, shows = path.startsWith('/queue') ? 'tbody tr' : 'h1'): Promise<Page> => {
  const page = await profile.newPage();
  await page.goto(origin + path);
  await page.locator(shows).first().waitFor();
  return page;
};

const openDecision = async (page: Page): Promise<void> => {
  await page.locator('#right-access').getByRole('button', { name: 'Decide', exact: true }).click();
  await page.getByRole('dialog').waitFor();
};

interface State {
  readonly state: string;
  readonly path: string;
  readonly shows: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

const STATES: readonly State[] = [
  {
    state: 'the queue with the reason of a date',
    path: '/queue',
    shows: 'tbody tr',
    prepare: (page) => page.locator('tbody button[aria-expanded]').first().click(),
  },
  { state: 'a request that several people match', path: SEVERAL, shows: '#clock' },
  {
    state: 'a decision that lacks its ground',
    path: REQUEST,
    shows: '#clock',
    prepare: async (page) => {
      await page.locator('#right-access [role=group] button:not([aria-disabled])').click();
      await page.locator('[role=dialog] input[value=partly]').click();
      await page.locator('[role=dialog] button[type=submit]').click();
    },
  },
  {
    state: 'a form with errors',
    path: '/register',
    shows: 'form',
    prepare: (page) => page.locator('main button[type=submit]').click(),
  },
  {
    state: 'the account',
    path: '/requests/unknown',
    shows: 'h1',
    prepare: (page) => page.locator('button[aria-haspopup=dialog]').click(),
  },
];

// A theme changes colours only, so the second one is looked at for contrast.
describe.each([
  ['light', 'en', 'all'],
  ['dark', 'fi', 'contrast'],
] as const)('in the %s theme, in %s, by %s rules', (colorScheme, language, rules) => {
  let unguarded: BrowserContext;

  beforeAll(async () => {
    // The page's own policy would keep the checker out; what the policy refuses is a test of its own.
    unguarded = await newProfile(browser, { colorScheme, bypassCSP: true });
  });

  afterAll(() => unguarded.close());

  it.each(STATES)('$state is accessible', async ({ path, shows, prepare }) => {
    speak(language);
    const page = await unguarded.newPage();
    await page.goto(origin + path);
    await page.locator(shows).first().waitFor();
    await prepare?.(page);
    expect(await accessibilityProblems(page, rules)).toEqual([]);
    await page.close();
  });

  it('the sign-in is accessible', async () => {
    desk.session = null;
    const page = await unguarded.newPage();
    await page.goto(origin);
    await page.locator('form').waitFor();
    expect(await accessibilityProblems(page, rules)).toEqual([]);
    await page.close();
  });
});

describe('the page', () => {
  it('needs nothing that its policy refuses: no inline style, no script from text', async () => {
    const own = await newProfile(browser);
    const page = await own.newPage();
    const complaints = await complaintsOf(page);
    await page.goto(`${origin}/queue`);
    await page.locator('tbody button[aria-expanded]').first().click();
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.locator('button[aria-haspopup=dialog]').click();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Aino Esimerkki' }).click();
    await openDecision(page);
    await page.getByLabel('Granted', { exact: true }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Decide' }).click();
    await page.getByText('The decision is recorded.').waitFor();
    await page.getByRole('link', { name: 'Register request' }).click();
    await page.getByRole('heading', { name: 'Register a request' }).waitFor();
    expect(complaints).toEqual([]);
    await own.close();
  });

  it(`loads at most ${FIRST_LOAD_KILOBYTES} kB of script before the queue stands`, async () => {
    const page = await profile.newPage();
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname);
    });
    await page.goto(`${origin}/queue`);
    await page.locator('tbody tr').first().waitFor();
    const files = await Promise.all(scripts.map((path) => readFile(join(folder, path))));
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(bytes / 1000).toBeLessThan(FIRST_LOAD_KILOBYTES);
  });

  it('carries no validation library and no server code into the browser', async () => {
    const assets = join(folder, 'assets');
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(scripts.map((name) => readFile(join(assets, name), 'utf8')));
    expect(texts.filter((text) => /ZodError|strictObject|@nestjs/u.test(text))).toEqual([]);
  });

  it('names no person in its title and its address', async () => {
    const page = await visit(REQUEST);
    expect(await page.locator('h1').textContent()).toBe('Aino Exempel');
    expect(await page.title()).toBe('KMNP-5QRS-6TVW – Artikla');
    expect(page.url()).toBe(origin + REQUEST);
  });

  it.each(LANGUAGES)('speaks %s without a gap', async (language) => {
    speak(language);
    const page = await profile.newPage();
    const complaints = await complaintsOf(page);
    await page.goto(origin + SEVERAL);
    await page.locator('#clock').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await page.locator('body').innerText()).not.toMatch(/\b(?:console|common|clock)\.[a-z]/u);
    expect(complaints).toEqual([]);
  });

  it('keeps nothing in the browser but the theme', async () => {
    const own = await newProfile(browser);
    const page = await own.newPage();
    await page.goto(origin + REQUEST);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    expect(await page.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([['artikla-theme'], '']);
    await own.close();
  });
});

describe('the queue', () => {
  it('is walked with j and k, opened with Enter, and gives the focus back to the row', async () => {
    const page = await visit('/queue');
    for (const key of ['j', 'j', 'k', 'j']) await page.keyboard.press(key);
    const focused = page.locator(':focus');
    expect(await focused.textContent()).toBe('Björn Påhittad');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/requests/AB3D-F7HK-2MNP');
    await page.getByRole('link', { name: 'All open' }).first().click();
    await page.waitForURL('**/queue');
    await page.locator('[data-row-link="AB3D-F7HK-2MNP"]:focus').waitFor();
  });

  it('explains a date in one action', async () => {
    const page = await visit('/queue');
    await page.getByRole('button', { name: /Mon 21 Dec.*why this date/u }).click();
    const reason = page.locator('#why-SEVR-1ABC-7DEF');
    expect(await reason.locator('p').first().textContent()).toBe(
      'Received Fri 20 Nov → the month ends Sun 20 Dec → next working day Mon 21 Dec',
    );
    expect(await reason.locator('tbody tr').count()).toBe(3);
  });

  it('shows no firm date while the clock stands still', async () => {
    const page = await visit('/queue');
    const row = page.getByRole('row', { name: /PAVS-2GHJ-8KMN/u });
    expect(await row.locator('time').first().textContent()).toBe('~ Fri 18 Dec');
  });

  it('keeps filter and order in the address, and drops what it does not know', async () => {
    const page = await visit('/queue?view=nonsense&sort=due&right=objection');
    expect(await page.locator('tbody tr').count()).toBe(6);
    expect(await page.getByRole('columnheader', { name: 'Deadline' }).getAttribute('aria-sort')).toBe('ascending');
    expect(await page.locator('h1').textContent()).toBe('All open');
    await page.getByLabel('Right').selectOption('portability');
    await page.waitForURL(({ searchParams }) => searchParams.get('right') === 'portability');
    expect(new URL(page.url()).searchParams.get('sort')).toBe('due');
  });

  it('marks one view as the current one, whatever else the address filters by', async () => {
    const page = await visit('/queue?view=overdue&right=rectification');
    const current = page.getByRole('navigation', { name: 'Views of the requests' }).locator('[aria-current=page]');
    expect(await current.allTextContents()).toEqual(['Overdue1']);
    await page.getByRole('link', { name: 'All open' }).click();
    await page.locator('h1', { hasText: 'All open' }).waitFor();
    expect(await current.allTextContents()).toEqual(['All open36']);
  });

  it('fetches the next rows behind the last one', async () => {
    const page = await visit('/queue');
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('Showing 20 of 20').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(20);
  });

  it('says what failed and tries again', async () => {
    desk.refusal = { status: 409, code: 'refused' };
    const page = await visit('/queue', '[role=alert]');
    desk.refusal = null;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('a request', () => {
  it('shows what is closed with its reason, within reach of the keyboard', async () => {
    const page = await visit(REQUEST);
    const extend = page.getByRole('button', { name: 'Extend the deadline' });
    expect(await extend.getAttribute('aria-disabled')).toBe('true');
    const reason = page.locator(`[id="${await extend.getAttribute('aria-describedby')}"]`);
    expect(await reason.textContent()).toBe('Extended already; the law allows it once.');
    await extend.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('offers only the grounds that the law has for the right and the answer', async () => {
    const page = await visit(REQUEST);
    await openDecision(page);
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Nothing held').count()).toBe(0);
    await dialog.getByLabel('Granted in part').check();
    expect(await dialog.getByRole('checkbox').count()).toBe(2);
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await dialog.getByText('A refusal needs a ground.').waitFor();
    expect(desk.written).toEqual([]);
  });

  it('sends a decision with the version that was looked at and a key of its own', async () => {
    const page = await visit(REQUEST);
    await openDecision(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Granted in part').check();
    await dialog.getByLabel('Rights and freedoms of others (Art. 15(4))').check();
    await dialog.getByLabel('The facts of this case').fill('A neighbour is heard.');
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('The decision is recorded.').waitFor();
    expect(desk.written).toEqual([
      {
        method: 'POST',
        path: `/api/v1${REQUEST}/commands`,
        body: {
          type: 'decideRight',
          right: 'access',
          outcome: 'partly',
          grounds: ['art_15_4_rights_of_others'],
          words: 'A neighbour is heard.',
        },
        ifMatch: '7',
        idempotencyKey: expect.stringMatching(/^[\da-f-]{36}$/u),
      },
    ]);
  });

  it('keeps what was typed when somebody else was quicker, and says so', async () => {
    const page = await visit(REQUEST);
    await page.getByRole('button', { name: 'Record a withdrawal' }).click();
    const dialog = page.getByRole('dialog');
    const words = dialog.getByLabel('How and when they said so');
    await words.fill('By phone.');
    desk.refusal = { status: 412, code: 'version-outdated' };
    await dialog.getByRole('button', { name: 'Record a withdrawal' }).click();
    await dialog.getByText('Somebody changed the request meanwhile.').waitFor();
    expect(await words.inputValue()).toBe('By phone.');
  });

  it('shows contacts in full only on request', async () => {
    const page = await visit(REQUEST);
    expect(await page.getByText('aino@example.org').count()).toBe(0);
    await page.getByRole('button', { name: 'Show the contacts' }).click();
    await page.getByText('aino@example.org').waitFor();
    expect(desk.written.map(({ path }) => path)).toEqual([`/api/v1${REQUEST}/reveal`]);
  });

  it('shows what erasing would do before it is decided', async () => {
    const page = await visit(REQUEST);
    const invoices = page.getByRole('row', { name: /Invoices/u });
    expect(await invoices.getByRole('cell').allTextContents()).toEqual([
      'Invoices',
      'Kept',
      '38',
      'Accounting Act 1336/1997, chapter 2, section 10',
      '31 Dec 2032',
    ]);
  });
});

describe('registering', () => {
  it('leads from what is missing to its field', async () => {
    const page = await visit('/register');
    await page.getByRole('button', { name: 'Register the request' }).click();
    await page.getByRole('link', { name: 'Rights: Choose at least one right.' }).click();
    expect(await page.locator(':focus').getAttribute('value')).toBe('access');
  });

  it('takes the real date of arrival with the day first, and shows the secret code once', async () => {
    const page = await visit('/register');
    await page.getByLabel('Name').fill('Testa Exempel');
    await page.getByRole('checkbox', { name: 'Access Art. 15' }).check();
    await page.getByRole('radio', { name: 'Letter' }).check();
    await page.getByRole('radio', { name: 'Swedish' }).check();
    await page.getByLabel('Date of arrival').fill('9.11.');
    await page.getByText('Mon 9 Nov 2026').waitFor();
    await page.getByRole('button', { name: 'Register the request' }).click();
    await page.getByText('7K4M-QP2X').waitFor();
    expect(desk.written[0]?.body).toMatchObject({
      receivedOn: '2026-11-09',
      channel: 'letter',
      language: 'sv',
      rights: ['access'],
      email: null,
    });
  });
});

describe('the session', () => {
  it('asks for the password over the page when it has ended, and keeps what was typed', async () => {
    const page = await visit(REQUEST);
    const note = page.getByLabel('Internal note');
    await note.fill('Half a thought');
    desk.session = null;
    await page.getByRole('button', { name: 'Add note' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel('E-mail').fill('oona@example.org');
    await dialog.getByLabel('Password', { exact: true }).fill('a long invented password');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await note.inputValue()).toBe('Half a thought');
  });

  it('takes the token of a first sign-in out of the address', async () => {
    desk.session = null;
    const page = await visit('/first-sign-in#token=invented-token');
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.getByText('The password must have at least 12 characters.').waitFor();
    await page.getByLabel('New password').fill('a long invented password');
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.waitForURL('**/queue');
    expect(desk.written[0]?.body).toEqual({ token: 'invented-token', password: 'a long invented password' });
  });

  it('changes the language of the desk at once', async () => {
    const page = await visit('/queue');
    await page.locator('button[aria-haspopup=dialog]').click();
    await page.getByRole('group', { name: 'Language' }).getByText('Finnish').click();
    await page.getByRole('heading', { name: 'Kaikki avoimet' }).waitFor();
    expect(desk.written.map(({ body }) => body)).toEqual([{ language: 'fi' }]);
  });
});
