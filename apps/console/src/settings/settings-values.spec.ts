import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CLOCK_SETTINGS } from '#domain/clock-settings';
import { REMINDER_RULES } from '#domain/clock/reminders';
import { OPTIONAL_REMINDERS, readSettings, refusedFields, valuesOf, type SettingsValues } from './settings-values.js';

const values = valuesOf(DEFAULT_CLOCK_SETTINGS);

const problemsIn = (changed: Partial<SettingsValues>) => {
  const read = readSettings({ ...values, ...changed });
  return 'problems' in read ? read.problems : null;
};

describe('the settings as they are typed', () => {
  it('give back what they were made of', () => {
    expect(readSettings(values)).toEqual(DEFAULT_CLOCK_SETTINGS);
  });

  it('take lists with any spaces, and an empty one where a reminder may be missing', () => {
    const lists = { ...values.lists, workingDaysBeforeDue: '10,5 ; 1', workingDaysBeforeExtensionNotice: ' ' };
    expect(readSettings({ ...values, lists })).toMatchObject({
      reminders: { workingDaysBeforeDue: [10, 5, 1], workingDaysBeforeExtensionNotice: [] },
    });
  });

  it('leave out a right without a number, and what is not sent', () => {
    const workingDays = { ...values.workingDays, direct_marketing: '', erasure: ' 10 ' };
    const sent = OPTIONAL_REMINDERS.filter((kind) => kind !== 'digest');
    expect(readSettings({ ...values, workingDays, sent })).toMatchObject({
      internalTargets: { workingDays: { erasure: 10 } },
      reminders: { off: ['digest'] },
    });
  });

  it.each<[string, Partial<SettingsValues>, object]>([
    ['half a share', { share: '12.5' }, { 'internalTargets.share': 'share' }],
    ['a share above all', { share: '101' }, { 'internalTargets.share': 'share' }],
    [
      'words for a number',
      { numbers: { ...values.numbers, pausedDays: 'two weeks' } },
      { 'reminders.pausedDays': 'number' },
    ],
    [
      'no reminder of the last day',
      { lists: { ...values.lists, workingDaysBeforeDue: '' } },
      { 'reminders.workingDaysBeforeDue': 'empty' },
    ],
    [
      'a list with a word in it',
      { lists: { ...values.lists, askPersonAgainAfterDays: '7, soon' } },
      { 'reminders.askPersonAgainAfterDays': 'list' },
    ],
    [
      'a number that is none, for a right',
      { workingDays: { ...values.workingDays, access: '-3' } },
      { 'internalTargets.workingDays.access': 'number' },
    ],
  ])('do not hold with %s', (_, changed, problems) => {
    expect(problemsIn(changed)).toEqual(problems);
  });

  it('name the field that the server refused, also inside a list', () => {
    expect(refusedFields(['reminders.workingDaysBeforeDue.2', 'internalTargets.workingDays.access'])).toEqual({
      'reminders.workingDaysBeforeDue': 'refused',
      'internalTargets.workingDays.access': 'refused',
    });
  });

  it('offer to do without exactly what the law does not ask for', () => {
    const rules = Object.entries(REMINDER_RULES).filter(([, { mayBeOff }]) => mayBeOff);
    expect(OPTIONAL_REMINDERS.toSorted()).toEqual([...rules.map(([kind]) => kind), 'digest'].toSorted());
  });
});
