import { describe, expect, it } from '@jest/globals';
import { expectSoon, expectFocus, focusOn } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems, openDecision } from './test/console-page.js';

const REQUEST = '/requests/KMNP-5QRS-6TVW';

const built = builtConsole();
const { desk } = built;

describe('the queue', () => {
  it('is walked with j and k, opened with Enter, and gives the focus back to the row', async () => {
    const page = await built.visit('/queue');
    for (const key of ['j', 'j', 'k', 'j']) await page.keyboard.press(key);
    await expectFocus(page.getByRole('link', { name: 'Björn Påhittad' }));
    await page.keyboard.press('k');
    await expectFocus(page.locator('[data-row-link="AB3D-F7HK-2MNP"]'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/requests/AB3D-F7HK-2MNP');
    await page.getByRole('link', { name: 'All open' }).first().click();
    await page.waitForURL('**/queue');
    await expectFocus(page.locator('[data-row-link="AB3D-F7HK-2MNP"]'));
  });

  it('explains a date in one action', async () => {
    const page = await built.visit('/queue');
    await page.getByRole('button', { name: /Mon 21 Dec.*why this date/u }).click();
    const reason = page.locator('#why-SEVR-1ABC-7DEF');
    await expectSoon(() => reason.locator('p').first().textContent()).toBe(
      'Received Fri 20 Nov → the month ends Sun 20 Dec → next working day Mon 21 Dec',
    );
    await expectSoon(() => reason.locator('tbody tr').count()).toBe(3);
  });

  it('shows no firm date while the clock stands still', async () => {
    const page = await built.visit('/queue');
    const row = page.getByRole('row', { name: /PAVS-2GHJ-8KMN/u });
    await expectSoon(() => row.locator('time').first().textContent()).toBe('~ Fri 18 Dec');
  });

  it('keeps filter and order in the address, and drops what it does not know', async () => {
    const page = await built.visit('/queue?view=nonsense&sort=due&right=objection');
    await expectSoon(() => page.locator('tbody tr').count()).toBe(6);
    await expectSoon(() => page.getByRole('columnheader', { name: 'Deadline' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await expectSoon(() => page.locator('h1').textContent()).toBe('All open');
    await page.getByRole('button', { name: /^Right/u }).click();
    await page.getByRole('checkbox', { name: 'Portability' }).check();
    await page.waitForURL(({ searchParams }) => searchParams.get('right') === 'objection,portability');
    await expectSoon(() => new URL(page.url()).searchParams.get('sort')).toBe('due');
  });

  it('marks one view as the current one, whatever else the address filters by', async () => {
    const page = await built.visit('/queue?view=overdue&right=rectification');
    const current = page.getByRole('navigation', { name: 'Views of the requests' }).locator('[aria-current=page]');
    await expectSoon(() => current.allTextContents()).toEqual(['Overdue1']);
    await page.getByRole('link', { name: 'All open' }).click();
    await page.locator('h1', { hasText: 'All open' }).waitFor();
    await expectSoon(() => current.allTextContents()).toEqual(['All open36']);
  });

  it('fetches the next rows behind the last one', async () => {
    const page = await built.visit('/queue');
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('Showing 20 of 20').waitFor();
    await expectSoon(() => page.locator('tbody tr').count()).toBe(20);
  });

  it('says what failed and tries again', async () => {
    desk.refusal = { status: 409, code: 'refused' };
    const page = await built.visit('/queue', '[role=alert]');
    desk.refusal = null;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('tbody tr').first().waitFor();
    await expectSoon(() => page.getByRole('alert').count()).toBe(0);
  });
});

describe('a request', () => {
  it('shows what is closed with its reason, within reach of the keyboard', async () => {
    const page = await built.visit(REQUEST);
    const extend = page.getByRole('button', { name: 'Extend the deadline' });
    await expectSoon(() => extend.getAttribute('aria-disabled')).toBe('true');
    const reason = page.locator(`[id="${await extend.getAttribute('aria-describedby')}"]`);
    await expectSoon(() => reason.textContent()).toBe('Extended already; the law allows it once.');
    await focusOn(extend);
    await page.keyboard.press('Enter');
    await openDecision(page);
    await expectSoon(() => page.getByRole('dialog').count()).toBe(1);
  });

  it('offers only the grounds that the law has for the right and the answer', async () => {
    const page = await built.visit(REQUEST);
    await openDecision(page);
    const dialog = page.getByRole('dialog');
    await expectSoon(() => dialog.getByLabel('Nothing held').count()).toBe(0);
    await dialog.getByLabel('Granted in part').check();
    await expectSoon(() => dialog.getByRole('checkbox').count()).toBe(2);
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await dialog.getByText('A refusal needs a ground.').waitFor();
    expect(desk.written).toEqual([]);
  });

  it('sends a decision with the version that was looked at and a key of its own', async () => {
    const page = await built.visit(REQUEST);
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
    const page = await built.visit(REQUEST);
    await page.getByRole('button', { name: 'Record a withdrawal' }).click();
    const dialog = page.getByRole('dialog');
    const words = dialog.getByLabel('How and when they said so');
    await words.fill('By phone.');
    desk.refusal = { status: 412, code: 'version-outdated' };
    await dialog.getByRole('button', { name: 'Record a withdrawal' }).click();
    await dialog.getByText('Somebody changed the request meanwhile.').waitFor();
    await expectSoon(() => words.inputValue()).toBe('By phone.');
  });

  it('shows contacts in full only on request', async () => {
    const page = await built.visit(REQUEST);
    await expectSoon(() => page.getByText('aino@example.org').count()).toBe(0);
    await page.getByRole('button', { name: 'Show the contacts' }).click();
    await page.getByText('aino@example.org').waitFor();
    expect(desk.written.map(({ path }) => path)).toEqual([`/api/v1${REQUEST}/reveal`]);
  });

  it('shows what erasing would do before it is decided', async () => {
    const page = await built.visit(REQUEST);
    const invoices = page.getByRole('row', { name: /Invoices/u });
    await expectSoon(() => invoices.getByRole('cell').allTextContents()).toEqual([
      'Invoices',
      'Kept',
      '38',
      'Accounting Act 1336/1997, chapter 2, section 10',
      '31 Dec 2032',
    ]);
  });
});

describe('a request that one may not see', () => {
  it('says so under a heading, without a try that cannot help', async () => {
    desk.refusal = { status: 403, code: 'not-your-role' };
    const page = await built.visit(REQUEST, '[role=alert]');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('KMNP-5QRS-6TVW');
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(await accessibilityProblems(page, 'all')).toEqual([]);
  });
});

describe('registering', () => {
  it('leads from what is missing to its field', async () => {
    const page = await built.visit('/register');
    await page.getByRole('button', { name: 'Register the request' }).click();
    await page.getByRole('link', { name: 'Rights: Choose at least one right.' }).click();
    await expectFocus(page.getByRole('checkbox', { name: 'Access Art. 15' }));
  });

  it('takes the real date of arrival with the day first, and shows the secret code once', async () => {
    const page = await built.visit('/register');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Testa Exempel');
    await page.getByRole('checkbox', { name: 'Access Art. 15' }).check();
    await page.getByRole('radio', { name: 'Letter' }).check();
    await page.getByRole('radio', { name: 'Swedish' }).check();
    await page.getByLabel('Date of arrival').fill('9.11.');
    await page.getByText('Mon 9 Nov 2026').waitFor();
    await page.getByRole('button', { name: 'Register the request' }).click();
    await page.getByText('7K4M-QP2X').waitFor();
    const registered = desk.written.find(({ path }) => path === '/api/v1/requests');
    expect(registered?.body).toMatchObject({
      receivedOn: '2026-11-09',
      channel: 'letter',
      language: 'sv',
      rights: ['access'],
      email: null,
    });
  });
});
