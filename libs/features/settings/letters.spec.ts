import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { letterPage, lettersPage, type LetterPage } from '#contracts/settings-letters';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import { DEMO_PROFILE } from '#test/support/demo-profile';

const LETTERS = '/api/v1/settings/letters';
const ACKNOWLEDGEMENT = `${LETTERS}/acknowledgement/en`;

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
  await staff.desk.database.query('update controller set profile = $1', [JSON.stringify(DEMO_PROFILE)]);
});
afterAll(() => staff.close());

const read = async (address = ACKNOWLEDGEMENT): Promise<LetterPage> =>
  letterPage.parse((await staff.officer.get(address)).body as unknown);

const set = async (passages: Record<string, string | null>, address = ACKNOWLEDGEMENT) =>
  staff.administrator.put(address, { passages }, String((await read(address)).version));

const lockedOf = ({ preview }: LetterPage): string[] =>
  preview.segments.flatMap((segment) => (segment.kind === 'locked' ? [segment.text] : []));

const wordsOf = ({ preview }: LetterPage): string => preview.segments.map(({ text }) => text).join('\n');

describe('the letters', () => {
  it('are those that people get, with what was changed', async () => {
    const { letters } = lettersPage.parse((await staff.auditor.get(LETTERS)).body as unknown);
    expect(letters.map(({ letter }) => letter)).toContain('access-decision');
    expect(letters.map(({ letter }) => letter)).not.toContain('digest');
    expect(letters.flatMap(({ changed }) => changed)).toEqual([]);
  });

  it('are shown with invented data and the organisation’s own details', async () => {
    const page = await read();
    expect(page.preview.subject).toBe('Esimerkki: we have received your request (K7QX-2M4P)');
    expect(wordsOf(page)).toContain(DEMO_PROFILE.dataProtectionOfficer.email);
    expect(wordsOf(page)).toContain('K7QX-2M4P');
  });
});

describe('the free passages of a letter', () => {
  it('take the words of the organisation and leave what is locked as it is', async () => {
    const before = await read();
    const own = 'Good day,\n\nWe answer on **weekdays**. Write to {{ controller.email }}.';
    expect((await set({ greeting: own })).status).toBe(200);
    const page = await read();
    expect(wordsOf(page)).toContain(`Good day,\n\nWe answer on weekdays. Write to ${DEMO_PROFILE.email}.`);
    expect(lockedOf(page)).toEqual(lockedOf(before));
    const { letters } = lettersPage.parse((await staff.auditor.get(LETTERS)).body as unknown);
    expect(letters.find(({ letter }) => letter === 'acknowledgement')?.changed).toEqual(['en']);
  });

  it('go back to the standard', async () => {
    await set({ greeting: 'Good day,' });
    await set({ greeting: null });
    expect(wordsOf(await read())).toContain('Hello,');
  });

  it('may be left out', async () => {
    await set({ greeting: '' });
    expect(wordsOf(await read())).not.toContain('Hello,');
    await set({});
  });

  it('are only tried in a preview', async () => {
    const { version } = await read();
    const answer = await staff.officer.post(`${ACKNOWLEDGEMENT}/preview`, { passages: { greeting: 'Only tried' } });
    expect(JSON.stringify(answer.body)).toContain('Only tried');
    expect((await read()).version).toBe(version);
  });

  it.each([
    ['a passage that is locked', { 'never-asked': '' }, 'passage-locked'],
    ['a passage that there is not', { '0': '' }, 'passage-locked'],
    ['a tag', { own: '{% include "x" %}' }, 'passage-braces'],
    ['an expression', { own: '{{ 7 | times: 7 }}' }, 'passage-braces'],
    ['a value that a letter does not give', { own: '{{ person }}' }, 'passage-name'],
    ['a way around', { own: '{{ controller.constructor }}' }, 'passage-name'],
    ['HTML', { own: '<b>x</b>' }, 'passage-markdown'],
    ['a picture', { own: '![x](https://example.com/x.png)' }, 'passage-markdown'],
    ['a link that is no page', { own: '[x](javascript:alert(1))' }, 'passage-markdown'],
    ['a fence that does not end', { own: '```\nx' }, 'passage-markdown'],
    ['a heading', { own: '# x' }, 'passage-markdown'],
    ['the name of a link for the rest of the letter', { own: '[x]: https://example.com' }, 'passage-markdown'],
  ] as const)('refuse %s', async (_what, passages, message) => {
    const { version } = await read();
    const answer = await set(passages as Record<string, string>);
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
    expect((answer.body as { errors: { message: string }[] }).errors.map((error) => error.message)).toEqual([message]);
    expect((await read()).version).toBe(version);
  });

  it('are of no letter that there is not', async () => {
    for (const address of ['digest/en', 'acknowledgement/de', 'nothing/fi', '../clock']) {
      expect((await staff.officer.get(`${LETTERS}/${address}`)).status).toBe(404);
    }
  });
});
