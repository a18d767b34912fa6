import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { RequestPage } from '#contracts/request-page';
import { expectSoon } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { tellPages } from './test/fake-api.js';
import { REQUEST as PAGE } from './test/fixtures/request.js';

const { reference } = PAGE;
const REQUEST = `/requests/${reference}`;

const built = builtConsole();
const { desk } = built;

const live = (page: Page): Promise<void> => page.getByText('Live', { exact: true }).waitFor();

const note = (version: number) => ({ reference, version, kind: 'noteAdded' });

describe('a change by somebody else', () => {
  it('appears in the queue by itself', async () => {
    const page = await built.visit('/queue');
    await live(page);
    desk.rows = desk.rows.slice(0, 2);
    tellPages(desk, [note(8)]);
    await expectSoon(() => page.locator('tbody tr').count()).toBe(2);
  });

  it('appears on the page of its request by itself, and asks for nothing when it is known already', async () => {
    const page = await built.visit(REQUEST);
    await live(page);
    desk.requests.set(reference, { ...PAGE, version: 9, stage: 'closed' });
    tellPages(desk, [note(9)]);
    await page.getByText('Closed', { exact: true }).last().waitFor();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith(REQUEST)) asked.push(request.method());
    });
    // The counts at the side are asked for after every change, so they show that the page has heard of it.
    const heard = page.waitForResponse((response) => response.url().includes('view=overdue'));
    tellPages(desk, [note(9)]);
    await heard;
    expect(asked).toEqual([]);
  });

  it('reaches all windows of a browser over one stream, also after the first one is closed', async () => {
    const first = await built.visit('/queue');
    await live(first);
    const second = await built.visit(REQUEST);
    await live(second);
    await expectSoon(() => desk.streams.size).toBe(1);
    desk.requests.set(reference, { ...PAGE, version: 9, stage: 'closed' });
    tellPages(desk, [note(9)]);
    await second.getByText('Closed', { exact: true }).last().waitFor();
    const [streamOfFirst] = desk.streams;
    await first.close();
    await expectSoon(() => [...desk.streams].filter((stream) => stream !== streamOfFirst).length).toBe(1);
  });
});

describe('a server that is gone for a while', () => {
  it('is said so in words, and what is on screen comes up to date by itself', async () => {
    const page = await built.visit('/queue');
    await live(page);
    await page.route('**/api/**', (route) => route.abort());
    for (const stream of desk.streams) stream.destroy();
    await page.getByText(/^The server has not answered since/u).waitFor();
    await page.getByText('No connection', { exact: true }).waitFor();
    await page.locator('tbody tr').nth(2).waitFor();
    desk.rows = desk.rows.slice(0, 2);
    await page.unroute('**/api/**');
    await live(page);
    await page.getByText(/^The server has not answered since/u).waitFor({ state: 'detached' });
    // The server tells what was missed since the last event that the page has seen.
    tellPages(desk, [note(8)]);
    await expectSoon(() => page.locator('tbody tr').count()).toBe(2);
  }, 90_000);
});

describe('a device without a network', () => {
  it('is told so in words, a page that cannot be fetched says so too, and both come back by themselves', async () => {
    const page = await built.visit('/queue');
    await live(page);
    await page.context().setOffline(true);
    await page.getByText(/^The server has not answered since/u).waitFor();
    await page.locator(`tbody a[href="${REQUEST}"]`).click();
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
    await page.context().setOffline(false);
    await page.getByText(/^The server has not answered since/u).waitFor({ state: 'detached' });
    await expectSoon(() => page.getByRole('tab').first().isVisible()).toBe(true);
  }, 60_000);
});

describe('who else has a request open', () => {
  it('stands in words at its head', async () => {
    desk.others = [{ id: 'approver-1', name: 'Artturi Hyväksyjä', since: '2026-11-23T08:12:00Z' }];
    const page = await built.visit(REQUEST);
    const words = page.getByText('Artturi Hyväksyjä (since 23 Nov, 10:12) has this open too');
    await expectSoon(() => words.isVisible()).toBe(true);
  });
});

/** A colleague asks for proof while the page is open. */
const pausedMeanwhile = (): RequestPage => ({
  ...PAGE,
  version: 17,
  timeline: [
    ...PAGE.timeline,
    {
      seq: 17,
      type: 'identityRequested',
      at: new Date(Date.now() - 61_000).toISOString(),
      on: '2026-11-23',
      actor: 'staff:approver-1',
      data: {},
      counted: null,
      note: null,
    },
  ],
});

describe('a colleague who was quicker', () => {
  const WORDS = /Artturi Hyväksyjä, 1 minute ago/u;

  it('is named with what they did and when, in a dialog that is refused for it, and the second try goes through', async () => {
    const page = await built.visit(REQUEST);
    await page.getByRole('button', { name: 'Record a withdrawal' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('How and when they said so').fill('By phone.');
    desk.conflict = pausedMeanwhile();
    await dialog.getByRole('button', { name: 'Record a withdrawal' }).click();
    await dialog.getByRole('alert').getByText(WORDS).waitFor();
    await dialog.getByRole('button', { name: 'Record a withdrawal' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(desk.written.map(({ ifMatch }) => ifMatch)).toEqual(['7', '17']);
  });

  it('is told of in an open dialog before anything is sent', async () => {
    const page = await built.visit(REQUEST);
    await live(page);
    await page.getByRole('button', { name: 'Record a withdrawal' }).click();
    desk.requests.set(reference, pausedMeanwhile());
    tellPages(desk, [{ reference, version: 17, kind: 'identityRequested' }]);
    await page.getByRole('dialog').getByText(WORDS).waitFor();
    expect(desk.written).toEqual([]);
  });

  it('undoes what was shown at once, and says why', async () => {
    const page = await built.visit(REQUEST);
    const handler = page.getByLabel('Handler');
    const before = await handler.inputValue();
    desk.conflict = pausedMeanwhile();
    await handler.selectOption('approver-1');
    await page.getByRole('alert').getByText(WORDS).waitFor();
    await expectSoon(() => handler.inputValue()).toBe(before);
  });
});

describe('a desk that is left alone', () => {
  it('tells the server that its calls are its own after a minute without a touch', async () => {
    const page = await built.newPage();
    await page.clock.install();
    await page.goto(`${built.origin()}/queue`);
    await page.locator('tbody tr').first().waitFor();
    const headers: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/v1/session')) headers.push(request.headers()['artikla-unattended']);
    });
    await page.clock.fastForward(61_000);
    for (const place of [200, 300]) {
      await page.mouse.move(place, place);
      await page.clock.fastForward(31_000);
    }
    await expectSoon(() => headers).toEqual(['1', undefined]);
  });
});
