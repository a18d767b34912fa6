import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectFocus, expectSoon } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { REQUEST } from './test/fixtures/request.js';

const built = builtConsole();
const { desk } = built;

const list = (page: Page) => page.getByRole('navigation', { name: 'Requests of the list' });

/** Opens a row of the queue and waits until its place in the list is told. */
const openRow = async (page: Page, reference: string, place: string): Promise<void> => {
  await page.locator(`[data-row-link="${reference}"]`).click();
  await expectPlace(page, reference, place);
};

const expectPlace = async (page: Page, reference: string, place: string): Promise<void> => {
  await page.waitForURL(`**/requests/${reference}`);
  await expectSoon(() => list(page).textContent()).toBe(place);
};

describe('from one request to the next of its list', () => {
  it('leads by keys and buttons, in the order of the list, with the place told and the heading read', async () => {
    const page = await built.visit('/queue');
    await openRow(page, 'KMNP-5QRS-6TVW', '4 of 20');
    await page.keyboard.press(']');
    await expectPlace(page, 'SEVR-1ABC-7DEF', '5 of 20');
    await expectFocus(page.locator('h1', { hasText: 'Sam Sample' }));
    await list(page).getByRole('button', { name: 'Next request' }).click();
    await expectPlace(page, 'PAVS-2GHJ-8KMN', '6 of 20');
    await page.keyboard.press('[');
    await expectPlace(page, 'SEVR-1ABC-7DEF', '5 of 20');
    await page.getByRole('link', { name: 'All open' }).first().click();
    await expectFocus(page.locator('[data-row-link="SEVR-1ABC-7DEF"]'));
  });

  it('takes nothing along that was typed or unfolded for the one before', async () => {
    const page = await built.visit('/queue');
    await openRow(page, 'KMNP-5QRS-6TVW', '4 of 20');
    const how = page.getByRole('button', { name: 'How this date was counted' });
    await how.click();
    await expectSoon(() => how.getAttribute('aria-expanded')).toBe('true');
    await list(page).getByRole('button', { name: 'Next request' }).click();
    await expectPlace(page, 'SEVR-1ABC-7DEF', '5 of 20');
    await expectSoon(() => how.getAttribute('aria-expanded')).toBe('false');
  });

  it('asks for the rows behind those on screen, and ends where the list ends', async () => {
    for (const reference of ['MORE-0005-XYZ0', 'MORE-0006-XYZ0', 'MORE-0011-XYZ0']) {
      desk.requests.set(reference, { ...REQUEST, reference });
    }
    const page = await built.visit('/queue');
    await openRow(page, 'MORE-0005-XYZ0', '14 of 20');
    await page.keyboard.press(']');
    await expectPlace(page, 'MORE-0006-XYZ0', '15 of 20');
    await page.getByRole('link', { name: 'All open' }).first().click();
    await page.getByRole('button', { name: 'Show more' }).click();
    await openRow(page, 'MORE-0011-XYZ0', '20 of 20');
    await expectSoon(() => list(page).getByRole('button', { name: 'Next request' }).isDisabled()).toBe(true);
  });

  it('is not offered for a request that was opened by its address', async () => {
    const page = await built.visit('/requests/KMNP-5QRS-6TVW', '#clock');
    await page.getByRole('button', { name: 'Decide: Access' }).waitFor();
    expect(await list(page).count()).toBe(0);
  });

  it('works with brackets that are typed with AltGr', async () => {
    const page = await built.visit('/queue');
    await openRow(page, 'KMNP-5QRS-6TVW', '4 of 20');
    await page.evaluate(() => {
      const typed = { key: ']', ctrlKey: true, altKey: true, bubbles: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', typed));
    });
    await expectPlace(page, 'SEVR-1ABC-7DEF', '5 of 20');
  });
});

describe('a request that cannot be opened', () => {
  it('says why at once, and still leads on in the list', async () => {
    const page = await built.visit('/queue');
    await page.route('**/api/v1/requests/KMNP-5QRS-6TVW', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        json: { status: 500, code: 'content-unreadable' },
      }),
    );
    await page.locator('[data-row-link="KMNP-5QRS-6TVW"]').click();
    await page.getByText('What is sealed in this request cannot be opened').waitFor();
    await expectPlace(page, 'KMNP-5QRS-6TVW', '4 of 20');
    await page.keyboard.press(']');
    await expectPlace(page, 'SEVR-1ABC-7DEF', '5 of 20');
  });
});

describe('the command that comes next', () => {
  it('stands in the head and opens its dialog, aimed at its right', async () => {
    const page = await built.visit('/requests/KMNP-5QRS-6TVW', '#clock');
    await page.getByRole('button', { name: 'Decide: Access' }).click();
    const dialog = page.getByRole('dialog', { name: /Decide/u });
    await expectSoon(() => dialog.textContent()).toContain('Access');
  });

  it('is not there while the person has the next step', async () => {
    const page = await built.visit('/requests/PAVS-2GHJ-8KMN', '#clock');
    await page.getByText('Waiting for a reply').first().waitFor();
    expect(await page.locator('main header').getByRole('button', { name: /reply/iu }).count()).toBe(0);
  });
});
