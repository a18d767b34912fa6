import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CorrespondenceMessage } from '#contracts/correspondence';
import type { RequestPage } from '#contracts/request-page';
import { expectSoon, expectFocus, focusOn } from '#test/support/soon';
import { builtConsole } from './test/built-console.js';
import { accessibilityProblems, complaintsOf } from './test/console-page.js';
import { LEAVING, THREAD } from './test/fixtures/correspondence.js';
import { permit, REQUEST } from './test/fixtures/request.js';

const PAGE = '/requests/KMNP-5QRS-6TVW';

const built = builtConsole();
const { desk } = built;

const open = async (tab: string): Promise<Page> => {
  const page = await built.visit(PAGE, '[role=tablist]');
  await page.getByRole('tab', { name: tab }).click();
  return page;
};

describe('the correspondence', () => {
  it('shows which way each message went and what became of it, and hides what only the person may hold', async () => {
    const page = await open('Correspondence (3)');
    const messages = page.locator('#correspondence ol > li');
    await expectSoon(() => messages.count()).toBe(3);
    await expectSoon(() => messages.nth(0).innerText()).toContain('Its content is not shown');
    await expectSoon(() => messages.nth(1).innerText()).toContain('Hon frågade när svaret kommer.');
    await expectSoon(() => messages.nth(2).innerText()).toContain('Bounced');
  });

  it('takes a template in the language of the person, shows what they will see, and sends from there only', async () => {
    const page = await open('Correspondence (3)');
    await expectSoon(() => page.locator('#correspondence').innerText()).toContain('contact on file, a•••@e•••.org');
    await page.getByLabel('Template').selectOption('progress');
    await expectSoon(() => page.getByLabel('Message', { exact: true }).inputValue()).toContain(
      'Vi handlägger din begäran.',
    );
    await page.getByRole('button', { name: 'Preview' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('ett meddelande').waitFor();
    expect(desk.written.filter(({ path }) => path.endsWith('/commands'))).toEqual([]);
    await dialog.getByRole('button', { name: 'Send' }).click();
    await page.getByText('The message leaves in 30 seconds.').waitFor();
    const [sent] = desk.written.filter(({ path }) => path.endsWith('/commands'));
    expect(sent?.body).toMatchObject({ type: 'writeMessage', words: expect.stringContaining('Vi handlägger') });
    await expectSoon(() => page.getByLabel('Message', { exact: true }).inputValue()).toBe('');
  });

  it('stays in sight with its legal reason where no message may be sent', async () => {
    const permits = REQUEST.permits.filter(({ command }) => command !== 'writeMessage');
    const closed = { ...REQUEST, permits: [...permits, permit('writeMessage', 'no-safe-contact')] };
    desk.requests.set(REQUEST.reference, closed);
    const page = await open('Correspondence (3)');
    await page.getByText('There is no safe address').waitFor();
    await expectSoon(() => page.getByRole('button', { name: 'Write a message' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });

  it('takes what came in by other ways', async () => {
    const page = await open('Correspondence (3)');
    await page.getByText('Record a message that came in').click();
    await page.getByLabel('How it came').selectOption('phone');
    await page.getByRole('button', { name: 'Record a message' }).click();
    await page.getByText('Write a few words here.').waitFor();
    await page.getByLabel('What the person wrote or said').fill('Asked when.');
    await page.getByRole('button', { name: 'Record a message' }).click();
    await page.getByText('The message is recorded.').waitFor();
    expect(desk.written.at(-1)?.body).toEqual({ type: 'recordMessage', by: 'phone', words: 'Asked when.' });
  });
});

describe('a message that has not left', () => {
  const WORDS = 'Hej!\n\nSvaret kommer snart.';
  const written = { type: 'messageWritten', actor: 'staff:officer-1', data: {}, counted: null, note: WORDS } as const;
  const WRITTEN: RequestPage = {
    ...REQUEST,
    timeline: [...REQUEST.timeline, { ...written, seq: 12, at: LEAVING.at, on: '2026-11-23' }],
  };
  const TAKEN_BACK = { ...LEAVING, state: null, leaves: null, takenBackAt: '2026-11-23T10:34:40.000000Z' } as const;

  const commands = () => desk.written.filter(({ path }) => path.endsWith('/commands')).map(({ body }) => body);

  const withMessage = (message: CorrespondenceMessage): void => {
    desk.thread = { ...THREAD, messages: [...THREAD.messages, message] };
  };

  it('is taken back from the notice by keyboard, and its words are in the reply box as they were', async () => {
    const page = await open('Correspondence (3)');
    await page.getByLabel('Message', { exact: true }).fill(WORDS);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('dialog').getByText('ett meddelande').waitFor();
    desk.requests.set(REQUEST.reference, WRITTEN);
    withMessage(LEAVING);
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'The message leaves in 30 seconds.' });
    await notice.waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await focusOn(notice.getByRole('button', { name: 'Undo' }));
    withMessage(TAKEN_BACK);
    await page.keyboard.press('Enter');
    await page.getByText('The message is taken back.').waitFor();
    expect(commands()).toEqual([
      { type: 'writeMessage', words: WORDS },
      { type: 'takeBackMessage', message: 1 },
    ]);
    const box = page.getByLabel('Message', { exact: true });
    await expectSoon(() => box.inputValue()).toBe(WORDS);
    await expectFocus(box);
  });

  it('says in the thread when it leaves and has the way back there, behind which typed words are kept', async () => {
    withMessage(LEAVING);
    const page = await open('Correspondence (4)');
    const box = page.getByLabel('Message', { exact: true });
    await box.fill('En sak till.');
    const message = page.locator('#correspondence ol > li').last();
    await expectSoon(() => message.innerText()).toContain('Leaves at 12:34:56');
    withMessage(TAKEN_BACK);
    await message.getByRole('button', { name: 'Take it back' }).click();
    await expectSoon(() => message.innerText()).toContain('Taken back 23 Nov, 12:34');
    await expectSoon(() => message.getByRole('button').count()).toBe(0);
    await expectSoon(() => box.inputValue()).toBe(`${WORDS}\n\nEn sak till.`);
  });

  it('is taken back although somebody else has changed the request meanwhile', async () => {
    withMessage(LEAVING);
    desk.conflict = { ...REQUEST, version: REQUEST.version + 3 };
    const page = await open('Correspondence (4)');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('The message is taken back.').waitFor();
    expect(desk.written.at(-1)).toMatchObject({ ifMatch: '10', body: { type: 'takeBackMessage', message: 1 } });
  });

  it('says so when it was too late, and puts no words into the reply box', async () => {
    withMessage(LEAVING);
    const page = await open('Correspondence (4)');
    const button = page.getByRole('button', { name: 'Take it back' });
    await button.waitFor();
    desk.refusal = { status: 409, code: 'message-left' };
    await button.click();
    await page.getByRole('alert').filter({ hasText: 'can no longer be taken back' }).waitFor();
    await expectSoon(() => page.getByLabel('Message', { exact: true }).inputValue()).toBe('');
  });

  it('has no way back for who may not take it back, and none once a worker holds it', async () => {
    const permits = REQUEST.permits.filter(({ command }) => command !== 'takeBackMessage');
    desk.requests.set(REQUEST.reference, {
      ...REQUEST,
      permits: [...permits, permit('takeBackMessage', 'no-message')],
    });
    withMessage({ ...LEAVING, leaves: { message: 1, at: LEAVING.at, inSeconds: 0 } });
    const page = await open('Correspondence (4)');
    const message = page.locator('#correspondence ol > li').last();
    await expectSoon(() => message.innerText()).toContain('Leaves at');
    expect(await message.getByRole('button').count()).toBe(0);
    withMessage({ ...LEAVING, leaves: null });
    await expectSoon(() => message.innerText()).toContain('Waiting to leave');
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (colorScheme) => {
    withMessage(LEAVING);
    const page = await built.visit(PAGE, '[role=tablist]', colorScheme);
    await page.getByRole('tab', { name: 'Correspondence (4)' }).click();
    await page.getByRole('button', { name: 'Take it back' }).waitFor();
    expect(await accessibilityProblems(page, 'all')).toEqual([]);
  });
});

describe('the documents', () => {
  it('are shown in the page where they can run nothing, and recordings are heard there', async () => {
    const page = await open('Documents (3)');
    await page.getByRole('button', { name: 'View: Brev.txt' }).click();
    const frame = page.locator('iframe[title="Brev.txt"]');
    await expectSoon(() => frame.getAttribute('sandbox')).toBe('');
    await page.frameLocator('iframe[title="Brev.txt"]').getByText('A letter as it came.').waitFor();
    await page.getByRole('button', { name: 'Listen: Samtal' }).click();
    await expectSoon(() => page.locator('audio').getAttribute('src')).toBe(`/api/v1${PAGE}/documents/file-2/view`);
    await expectSoon(() => page.getByRole('button', { name: /Svar\.zip/u }).count()).toBe(0);
  });

  it('are added as files, of which one that is too large never leaves', async () => {
    const page = await open('Documents (3)');
    await page.getByLabel('Add files').setInputFiles([
      { name: 'Letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Words') },
      { name: 'Huge.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10_000_001) },
    ]);
    await page.getByText('The file is kept.').waitFor();
    await page.getByText('Huge.pdf: The file is larger than 10 megabytes.').waitFor();
    const sent = desk.written.filter(({ path }) => path.endsWith('/documents'));
    expect(sent.map(({ body }) => body)).toEqual([{ name: 'Letter.txt', content: 'V29yZHM=' }]);
  });
});

describe('the side of the page', () => {
  it('tells what the law wants, done or not yet in words, and other requests of the same person', async () => {
    const page = await built.visit(PAGE, '[role=tablist]');
    const duties = page.locator('#duties');
    await expectSoon(() => duties.innerText()).toContain('4 of 8 done');
    await expectSoon(() => duties.getByRole('listitem').filter({ hasText: 'Recipients named' }).innerText()).toContain(
      'Not yet',
    );
    const related = page.locator('#related');
    await related.getByRole('link', { name: 'PREV-1234-ABCD' }).waitFor();
    await expectSoon(() => related.innerText()).toContain('same e-mail, same name');
    expect(await related.innerText()).toContain('older ones are not shown');
  });
});

describe('the tabs of a request', () => {
  it('are walked by arrow keys, and all are printed', async () => {
    const page = await built.visit(PAGE, '[role=tablist]');
    await focusOn(page.getByRole('tab', { name: 'Timeline' }));
    await page.keyboard.press('ArrowLeft');
    const documents = page.getByRole('tab', { name: 'Documents' });
    await expectFocus(documents);
    await expectSoon(() => documents.getAttribute('aria-selected')).toBe('true');
    await page.emulateMedia({ media: 'print' });
    for (const id of ['timeline', 'correspondence', 'documents']) {
      await expectSoon(() => page.locator(`#${id}`).isVisible()).toBe(true);
    }
    await expectSoon(() => page.getByLabel('Message', { exact: true }).isVisible()).toBe(false);
  });

  it('keep the focus while what they show is still on its way', async () => {
    const page = await built.newPage();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let asked = 0;
    // The officer's texts first; those in the language of the person follow with the thread, and are late.
    await page.route(/\/correspondence-[^/]*\.js$/u, async (route) => {
      asked += 1;
      if (asked > 1) await held;
      await route.continue();
    });
    await page.goto(built.origin() + PAGE);
    const tab = page.getByRole('tab', { name: 'Timeline' });
    await tab.waitFor();
    await expectSoon(() => asked).toBe(2);
    await focusOn(tab);
    release();
    await page.getByLabel('Template').waitFor({ state: 'attached' });
    await expectFocus(tab);
  });

  it('need nothing that the policy refuses', async () => {
    const page = await built.newPage();
    const complaints = await complaintsOf(page);
    await page.goto(built.origin() + PAGE);
    await page.getByRole('tab', { name: 'Documents (3)' }).click();
    await page.getByRole('button', { name: 'View: Brev.txt' }).click();
    await page.frameLocator('iframe').getByText('A letter as it came.').waitFor();
    expect(complaints).toEqual([]);
  });

  it.each([
    ['light', 'en', 1],
    ['dark', 'fi', 2],
    ['light', 'sv', 1],
  ] as const)('are accessible in the %s theme, in %s, tab %i', async (colorScheme, language, tab) => {
    built.speak(language);
    const page = await built.visit(PAGE, '[role=tablist]', colorScheme);
    await page.getByRole('tab').nth(tab).click();
    await page.locator('[role=tabpanel]:not([hidden]) li, [role=tabpanel]:not([hidden]) tbody tr').first().waitFor();
    expect(await accessibilityProblems(page, 'all')).toEqual([]);
  });
});
