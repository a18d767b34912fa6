import { describe, expect, it } from '@jest/globals';
import { runCommand } from '#test/support/command';

describe('artikla', () => {
  it('lists its commands', async () => {
    const { code, printed, complained } = await runCommand(['help']);
    expect({ code, complained }).toEqual({ code: 0, complained: [] });
    expect(printed).toEqual(
      expect.arrayContaining(['artikla doctor', 'artikla audit verify', 'artikla user reset EMAIL']),
    );
  });

  it.each([
    [[], 'Usage: artikla COMMAND; "artikla help" lists the commands.'],
    [['doktor'], 'There is no such command; did you mean "doctor"?'],
    [['audit', 'verfy'], 'There is no such command; did you mean "audit verify"?'],
    [
      ['clean', 'up'],
      'There is no such command; the commands are clock, doctor, clock-jump accept, audit verify, user add, user reset and help.',
    ],
  ])('answers %j with how it is used', async (words, line) => {
    expect(await runCommand(words)).toEqual({ code: 2, printed: [], complained: [line] });
  });

  it.each([
    [['audit', 'verify', 'now'], 'There is a word too many. Usage: artikla audit verify'],
    [['user', 'reset'], 'Something is missing. Usage: artikla user reset EMAIL'],
    [['doctor', '--quick'], 'An option is unknown or has no value. Usage: artikla doctor'],
  ])('refuses %j as wrong use', async (words, line) => {
    expect(await runCommand(words)).toEqual({ code: 2, printed: [], complained: [line] });
  });

  it('says every wrong setting in one line, without what it holds', async () => {
    const env = { DATABASE_URL: 'mysql://desk:hunter2@host/artikla', LOG_LEVEL: 'loud' };
    const { code, printed, complained } = await runCommand(['audit', 'verify'], env);
    expect({ code, printed, lines: complained.length }).toEqual({ code: 1, printed: [], lines: 1 });
    expect(complained[0]).toMatch(/^DATABASE_URL is not .* LOG_LEVEL is loud; .*$/);
    expect(complained[0]).not.toContain('hunter2');
  });

  it('makes no desk where there is none', async () => {
    const { code, complained } = await runCommand(['audit', 'verify'], { DATA_DIR: '/nonexistent/artikla' });
    expect(code).toBe(1);
    expect(complained).toEqual([
      'There is no desk in /nonexistent/artikla; run "npm start" once, or set DATABASE_URL.',
    ]);
  });

  it('says in one line that the database does not answer', async () => {
    const env = { DATABASE_URL: 'postgresql://desk:hunter2@127.0.0.1:1/artikla' };
    expect(await runCommand(['audit', 'verify'], env)).toEqual({
      code: 1,
      printed: [],
      complained: [
        'The database cannot be reached (ECONNREFUSED); see that PostgreSQL runs and that DATABASE_URL is right.',
      ],
    });
  });
});
