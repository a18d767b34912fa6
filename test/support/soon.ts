import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';

const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** Tries again until the expectation holds, and after ten seconds fails as the last try failed. */
const until = async (expectation: () => Promise<void>): Promise<void> => {
  const last = performance.now() + WAIT_MS;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (performance.now() > last) throw error;
    }
    await pause(LOOK_EVERY_MS);
  }
};

/** `expect` of what a page shows, which follows what was done to it a little later: reads again until it holds. */
export const expectSoon = <T>(read: () => T | Promise<T>) => {
  const holds = (check: (found: T) => void): Promise<void> => until(async () => check(await read()));
  return {
    toBe: (wanted: T) => holds((found) => expect(found).toBe(wanted)),
    toEqual: (wanted: unknown) => holds((found) => expect(found).toEqual(wanted)),
    toContain: (part: string) => holds((found) => expect(found).toContain(part)),
    toMatch: (pattern: RegExp) => holds((found) => expect(found).toMatch(pattern)),
  };
};

/** Waits until the focus is on something or within it: only then do the next keys reach it. */
export const expectFocus = (place: Locator): Promise<void> =>
  expectSoon(() => place.evaluate((element) => element.matches(':focus, :has(:focus)'))).toBe(true);

/** Puts the focus on something, and waits until it is there. */
export const focusOn = async (target: Locator): Promise<void> => {
  await target.focus();
  await expectFocus(target);
};
