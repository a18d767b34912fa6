/** Somebody who touched nothing for this long, in milliseconds, may have left. */
const THERE_FOR = 60_000;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let lastSign = performance.now();

for (const sign of SIGNS) {
  window.addEventListener(
    sign,
    () => {
      lastSign = performance.now();
    },
    { capture: true, passive: true },
  );
}

/** Whether somebody sits at this page: what it fetches by itself otherwise must not prolong their session. */
export const isAttended = (): boolean => performance.now() - lastSign < THERE_FOR;
