import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectSoon, expectFocus } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems } from './test/console-page.js';
import { TWO_DATES } from './test/fixtures/finding.js';
import { permit } from './test/fixtures/request.js';

const PATH = `/requests/${TWO_DATES.reference}`;

const built = builtConsole();

beforeEach(() => {
  built.desk.requests.set(TWO_DATES.reference, TWO_DATES);
});

const visit = (): Promise<Page> => built.visit(PATH, '#finding');

describe('a request that other holidays would give another date', () => {
  it('shows both dates and how each was counted', async () => {
    const finding = (await visit()).locator('#finding');
    const cells = finding.getByRole('row', { name: 'Answer' }).getByRole('cell');
    await expectSoon(() => cells.allTextContents()).toEqual(['Thu 10 Dec 2026', 'Fri 11 Dec 2026']);
    await expectSoon(() => finding.getByRole('row', { name: 'Acknowledgement' }).count()).toBe(0);
    await finding.getByText('were counted by other holidays than those that the desk uses today').waitFor();
    await finding.getByText('next working day').waitFor();
  });

  it('takes the choice with its reason, and nothing without one', async () => {
    const page = await visit();
    const keep = page.getByRole('button', { name: 'Keep the old dates' });
    await keep.click();
    await page.getByText('Write a few words here.').waitFor();
    expect(built.desk.written).toEqual([]);
    await page.getByLabel('Why you choose so').fill('The person was told the tenth.');
    await keep.click();
    await page.getByText('The date is settled.').waitFor();
    expect(built.desk.written.map(({ body, ifMatch }) => [body, ifMatch])).toEqual([
      [
        { type: 'settleFinding', finding: 1, choice: 'keep', words: 'The person was told the tenth.' },
        String(TWO_DATES.version),
      ],
    ]);
  });

  it('asks nobody to choose who may only read', async () => {
    const permits = TWO_DATES.permits.filter(({ command }) => command !== 'settleFinding');
    built.desk.requests.set(TWO_DATES.reference, {
      ...TWO_DATES,
      permits: [...permits, permit('settleFinding', 'not-your-role')],
    });
    const page = await visit();
    await expectSoon(() => page.getByRole('button', { name: 'Keep the old dates' }).count()).toBe(0);
  });

  it('is what the next step leads to', async () => {
    const page = await visit();
    await page.getByText('Choose between two dates').waitFor();
    await page.getByRole('button', { name: 'Show where' }).click();
    await expectFocus(page.getByLabel('Why you choose so'));
  });

  it.each(['fi', 'sv', 'en'] as const)('has no accessibility problem in %s', async (language) => {
    built.speak(language);
    expect(await accessibilityProblems(await visit(), 'all')).toEqual([]);
  });
});
