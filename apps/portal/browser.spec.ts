import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Response } from 'express';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PortalPageName } from '#contracts/portal-pages';
import { freePort } from '#persistence/embedded/free-port';
import { LANGUAGES, type Language } from '#domain/language';
import { launchBrowser } from '#test/support/browser';
import { HOSTILE_TEXTS, PORTAL_SAMPLES, SAMPLE_CONTROLLER, allPortalSamples } from '#test/support/portal-samples';
import { expectSoon } from '#test/support/soon';
import { setUpPortal } from './set-up.js';

/** What passes is not listed: that would be most of each answer. */
const AXE = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations' as const],
};
const WIDTHS = [1100, 390, 320];
const SAMPLES = allPortalSamples();

let posted: unknown = null;

/** Shows every sample under its own address and keeps what a form sends. */
@Controller()
class SamplesController {
  @Get(':language/samples/:page/:index')
  show(@Param('page') page: PortalPageName, @Param('index') index: number, @Res() response: Response): void {
    response.render(page, PORTAL_SAMPLES[page][index] ?? {});
  }

  @Post('fi/request/rights')
  take(@Body() body: unknown): string {
    posted = body;
    return 'taken';
  }
}

let app: NestExpressApplication;
let browser: Browser;
let base: string;

beforeAll(async () => {
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  const module = await Test.createTestingModule({ controllers: [SamplesController] }).compile();
  app = module.createNestApplication<NestExpressApplication>({ logger: false });
  setUpPortal(app, {
    portalUrl: base,
    controller: () => Promise.resolve(SAMPLE_CONTROLLER),
    timeZone: 'Europe/Helsinki',
  });
  await app.listen(port, '127.0.0.1');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Opens a page of its own, lets `use` work with it, and returns the complaints that the browser wrote to its console. */
const withPage = async (options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<string[]> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
  page.on('dialog', (dialog) => {
    complaints.push(`${page.url()}: dialog`);
    void dialog.dismiss();
  });
  await use(page);
  await context.close();
  return complaints;
};

const addressOf = (language: Language, { page, index }: (typeof SAMPLES)[number]): string =>
  `${base}/${language}/samples/${page}/${index}`;

/** Wide and light, narrow and dark: what differs in contrast, size and place differs most between these two. */
const SCREENS: readonly BrowserContextOptions[] = [
  { viewport: { width: 1100, height: 900 } },
  { viewport: { width: 320, height: 700 }, colorScheme: 'dark' },
];

/** The language changes from page to page and from screen to screen, so that all three meet axe. */
const languageOf = (sample: number, screen: number): Language =>
  LANGUAGES[(sample + screen) % LANGUAGES.length] ?? 'fi';

/** The page's own policy keeps axe out as it keeps out any script, so only this check looks past it. */
const violations = async (options: BrowserContextOptions, screen: number): Promise<string[]> => {
  const found: string[] = [];
  await withPage({ ...options, bypassCSP: true }, async (page) => {
    for (const [index, sample] of SAMPLES.entries()) {
      await page.goto(addressOf(languageOf(index, screen), sample));
      const result = await new AxeBuilder({ page }).options(AXE).setLegacyMode().analyze();
      for (const { id, nodes } of result.violations) {
        found.push(`${page.url()}: ${id} ${nodes.map(({ html }) => html).join(' ')}`);
      }
    }
  });
  return found;
};

const ACTIVE = 'script, iframe, img, svg, object, embed, [style], [onerror], [onload]';

/** What is wrong with a page as a browser without script shows it. */
const faults = async (page: Page): Promise<string[]> => {
  const found = [];
  if ((await page.locator(ACTIVE).count()) > 0) found.push('something active');
  if ((await page.locator('h1').count()) !== 1) found.push('not one h1');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found.push(`${over} px too wide at ${width}`);
  }
  return found;
};

describe('every page of the portal, in every state', () => {
  it('has no accessibility violation', async () => {
    const found = await Promise.all(SCREENS.map(violations));
    expect(found.flat()).toEqual([]);
  }, 240_000);

  it('works without script: nothing active, nothing blocked, no sideways scroll', async () => {
    const found: string[] = [];
    const sweep = (language: Language) =>
      withPage({ javaScriptEnabled: false }, async (page) => {
        for (const sample of SAMPLES) {
          await page.goto(addressOf(language, sample));
          found.push(...(await faults(page)).map((fault) => `${page.url()}: ${fault}`));
        }
      });
    const complaints = await Promise.all(LANGUAGES.map(sweep));
    expect([...found, ...complaints.flat()]).toEqual([]);
  }, 240_000);
});

describe('what people type', () => {
  it('is shown as it was typed, however hostile', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${base}/en/samples/check/1`);
      const text = await page.locator('main').innerText();
      expect(HOSTILE_TEXTS.filter((hostile) => !text.includes(hostile))).toEqual([]);
    });
  });

  it('stays in the fields when something has to be put right, and the summary leads to the field', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/en/samples/person/1`);
      expect(await page.title()).toBe('Error: Who are you? – Esimerkin Aurinkosähkö Oy');
      expect(await page.getByLabel('First name and last name').inputValue()).toContain(HOSTILE_TEXTS[0]);
      await page.getByRole('alert').getByRole('link').first().click();
      await expectSoon(() => page.locator(':focus').getAttribute('name')).toBe('name');
    });
  });

  it('is sent by a plain form without script', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/fi/samples/rights/0`);
      await page.getByText('Haluan nähdä tietoni').click();
      await page.getByLabel('En halua markkinointia').check();
      await page.getByLabel('Kerro pyynnöstäsi tarkemmin').fill('Puhelut maaliskuulta');
      await page.getByRole('button', { name: 'Jatka' }).click();
      await expectSoon(() => page.locator('body').innerText()).toBe('taken');
      expect(posted).toMatchObject({ rights: ['access', 'direct_marketing'], words: 'Puhelut maaliskuulta' });
    });
  });
});
