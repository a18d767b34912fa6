import { describe, expect, it } from '@jest/globals';
import { expectSoon } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems } from './test/console-page.js';

const built = builtConsole();
const { desk } = built;

const MAIL =
  'From: Testa Exempel <testa@example.org>\nDate: Mon, 2 Nov 2026 10:00:00 +0200\nSubject: My data\n\nSend it.';

describe('registering by hand', () => {
  it('reads a pasted e-mail into the form, says what it read, and shows requests of the same person', async () => {
    const page = await built.visit('/register', 'form');
    await page.getByText('Paste an e-mail').click();
    await page.getByLabel('The message with its headers').fill(MAIL);
    await page.getByRole('button', { name: 'Fill in the fields' }).click();
    await page.getByText('Filled in: Name, E-mail, Date of arrival. Check them.').waitFor();
    await expectSoon(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Testa Exempel');
    await page.getByText('Mon 2 Nov 2026').waitFor();
    await page.getByText('A request that may be of the same person').waitFor();
    await page.getByRole('link', { name: 'PREV-1234-ABCD' }).waitFor();
    const asked = () => desk.written.filter(({ path }) => path === '/api/v1/requests/similar');
    await expectSoon(() => asked().at(-1)?.body).toEqual({
      name: 'Testa Exempel',
      email: 'testa@example.org',
      phone: '',
    });
    expect(page.url()).not.toContain('Testa');
  });

  it('keeps the representative and the files with the request', async () => {
    const page = await built.visit('/register', 'form');
    await page.getByLabel('Name', { exact: true }).fill('Testa Exempel');
    await page.getByRole('checkbox', { name: 'Access' }).check();
    await page.getByRole('radio', { name: 'Letter' }).check();
    await page.getByRole('radio', { name: 'Swedish' }).check();
    await page.getByLabel('Name of the representative').fill('Edu Ombud');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByText('Choose by which mandate').first().waitFor();
    await page.getByLabel('Mandate').selectOption('authorised');
    await page.getByLabel('Choose files').setInputFiles([
      { name: 'Letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Words') },
      { name: 'Huge.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10_000_001) },
    ]);
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByText('These files could not be kept: Huge.pdf').waitFor();
    const [registered] = desk.written.filter(({ path }) => path === '/api/v1/requests');
    expect(registered?.body).toMatchObject({ representative: { name: 'Edu Ombud', mandate: 'authorised' } });
    const [kept] = desk.written.filter(({ path }) => path.endsWith('/documents'));
    expect(kept).toMatchObject({
      path: '/api/v1/requests/NEWR-1234-ABCD/documents',
      body: { name: 'Letter.txt', content: 'V29yZHM=' },
    });
  });

  it.each([
    ['light', 'en'],
    ['dark', 'sv'],
  ] as const)('is accessible in the %s theme, in %s, with the mail field open', async (colorScheme, language) => {
    built.speak(language);
    const page = await built.visit('/register', 'form', colorScheme);
    await page.locator('main details summary').click();
    await page.locator('main details textarea').waitFor();
    expect(await accessibilityProblems(page, 'all')).toEqual([]);
  });
});
