import { useEffect, useRef, type ReactNode } from 'react';
import { usePageTitle } from './page-title.js';
import styles from './page-heading.module.css';

interface PageHeadingProps {
  readonly children: ReactNode;
  /** For the browser's tab and history: a view or a reference, never a person. */
  readonly title: string;
}

/** The one h1 of a page. Focus goes here when the page comes up, so that it is read first. */
export const PageHeading = ({ children, title }: PageHeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <h1 className={styles.heading} ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
};
