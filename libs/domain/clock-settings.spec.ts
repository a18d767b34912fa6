import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CLOCK_SETTINGS, withDefaults } from '#domain/clock-settings';

describe('settings that were stored before some of today’s existed', () => {
  it('are as if nobody had touched what they lack', () => {
    expect(withDefaults({})).toEqual(DEFAULT_CLOCK_SETTINGS);
    expect(withDefaults({ reminders: { pausedDays: 3 } })).toEqual({
      ...DEFAULT_CLOCK_SETTINGS,
      reminders: { ...DEFAULT_CLOCK_SETTINGS.reminders, pausedDays: 3 },
    });
  });

  it('keep what was set, also that a right has no target of its own', () => {
    const { internalTargets, holidayPolicy } = withDefaults({
      holidayPolicy: 'fi-150-1930',
      internalTargets: { share: 0.8, workingDays: {} },
    });
    expect(holidayPolicy).toBe('fi-150-1930');
    expect(internalTargets).toEqual({ share: 0.8, workingDays: {} });
  });
});
