import { useEffect } from 'react';

/** The product's name is the same in every language. */
export const PRODUCT = 'Artikla';

/** Names the page in the browser's tab and history: a view or a reference, never a person. */
export const usePageTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} – ${PRODUCT}`;
  }, [title]);
};
