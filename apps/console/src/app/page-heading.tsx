import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { isAtWork } from './at-work.js';
import { usePageTitle } from './page-title.js';
import styles from './page-heading.module.css';

interface PageHeadingProps {
  readonly children: ReactNode;
  /** For the browser's tab and history: a view or a reference, never a person. */
  readonly title: string;
}

/**
 * The one h1 of a page. Focus goes here once, when the page comes up, so that it is read first; where one page becomes
 * another without a new heading, a `key` says so.
 */
export const PageHeading = ({ children, title }: PageHeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const taken = useRef(false);
  usePageTitle(title);
  // With the paint that shows the page: a moment later somebody may be in one of its fields already.
  useLayoutEffect(() => {
    if (!taken.current && !isAtWork()) heading.current?.focus({ preventScroll: true });
    taken.current = true;
  }, []);
  return (
    <h1 className={styles.heading} ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
};
