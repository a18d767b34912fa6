import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityProblems } from '#apps/console/test/console-page';
import { launchBrowser } from '#test/support/browser';
import { signIn } from '#test/support/console-pages';
import { PortalVisitor } from '#test/support/portal-visitor';
import { expectSoon } from '#test/support/soon';
import { startWholeDesk, type WholeDesk } from '#test/support/whole-desk';
import { translatorFor } from '#texts/load-messages';

const MINUTES = 4;
const DAYS = 7;
const t = translatorFor('fi');

/** The dates of the answer in a dialog's preview: that of now, then those that would come. */
const previewed = async (dialog: Locator): Promise<(string | null)[]> => {
  const cells = dialog.getByRole('row', { name: t('console.clock.limit.due') }).getByRole('cell');
  await cells.first().waitFor();
  return Promise.all(
    (await cells.all()).map(async (cell) => {
      const time = cell.locator('time');
      return (await time.count()) === 0 ? null : time.getAttribute('datetime');
    }),
  );
};

describe('what a step would do to the dates', () => {
  let desk: WholeDesk;
  let browser: Browser;
  let officer: Page;
  let promised: string | null;

  /** The date of the answer on the clock card, null while there is none. */
  const onCard = async (): Promise<string | null> => {
    const time = officer.locator('#clock h3').first().locator('time');
    return (await time.count()) === 0 ? null : time.getAttribute('datetime');
  };

  const open = async (command: 'requestClarification' | 'recordReply') => {
    const name = t(`console.command.${command}`);
    await officer.getByRole('button', { name, exact: true }).click();
    const dialog = officer.getByRole('dialog');
    const confirm = async (): Promise<void> => {
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    return { dialog, confirm };
  };

  beforeAll(async () => {
    desk = await startWholeDesk(null);
    await Promise.all(['portal', 'api'].map((app) => desk.start(app)));
    const visitor = new PortalVisitor(desk.portalUrl);
    const { reference } = await visitor.file(['access'], { name: 'Testi Kysyjä', email: 'testi.kysyja@example.org' });
    browser = await launchBrowser();
    // The page's own policy would keep the accessibility checker out.
    const options = { bypassCSP: true, reducedMotion: 'reduce' } as const;
    officer = await signIn(browser, desk.consoleUrl, desk.staff[0]?.email ?? '', desk.password, options);
    await officer.goto(`${desk.consoleUrl}/requests/${reference}`);
    await officer.locator('#clock').waitFor();
  }, MINUTES * 60_000);

  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  it('is shown before a question is asked, with the date if the answer comes in a week', async () => {
    const due = await onCard();
    const { dialog, confirm } = await open('requestClarification');
    const [now, inAWeek] = await previewed(dialog);
    expect(now).toBe(due);
    expect(await accessibilityProblems(officer, 'all')).toEqual([]);
    promised = inAWeek ?? null;
    await dialog.locator('textarea').fill('Mitkä puhelut?');
    await confirm();
    await expectSoon(onCard).toBe(null);
  }, 60_000);

  it('is what the reply brings a week later: in the dialog first, then on the card', async () => {
    await desk.advance(DAYS);
    await officer.reload();
    const { dialog, confirm } = await open('recordReply');
    await dialog.locator('input[value=yes]').check();
    await expectSoon(() => previewed(dialog)).toEqual([null, promised]);
    await confirm();
    await expectSoon(onCard).toBe(promised);
    expect(await accessibilityProblems(officer, 'all')).toEqual([]);
  }, 60_000);
});
