import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ClockSettings } from '#domain/clock-settings';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/call.js';
import { CLOCK_SETTINGS_KEY } from '../api/keys.js';
import { refusedFields, type SettingsProblems } from './settings-values.js';

/** Saves against the version on screen. When somebody else was quicker, theirs is fetched and nothing typed is lost. */
export const useSave = (version: number, onSaved: () => void, onRefused: (problems: SettingsProblems) => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: ClockSettings) => call('changeClockSettings', { body: settings, version }),
    onSuccess: (answer) => {
      client.setQueryData(CLOCK_SETTINGS_KEY, answer);
      onSaved();
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem)) return;
      if (error.isOutdated) void client.invalidateQueries({ queryKey: CLOCK_SETTINGS_KEY });
      onRefused(refusedFields(error.errors.map(({ path }) => path)));
    },
  });
};
