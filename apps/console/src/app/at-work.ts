/** A field or a tab of the page, and whatever stands over the page until it is answered. */
const WORKPLACES = '#main :is(input, textarea, select, [role="tab"]), [aria-modal="true"]';

/** Whether the focus is where somebody is busy: what comes up by itself must not take it from there (WCAG 2.2, 3.2). */
export const isAtWork = (): boolean => (document.activeElement?.closest(WORKPLACES) ?? null) !== null;
