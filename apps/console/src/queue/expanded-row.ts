import { createContext, use } from 'react';

interface ExpandedRow {
  /** Reference of the row whose date is explained; null for none. */
  readonly reference: string | null;
  readonly toggle: (reference: string) => void;
}

export const ExpandedRowContext = createContext<ExpandedRow>({ reference: null, toggle: () => undefined });

export const useExpandedRow = (): ExpandedRow => use(ExpandedRowContext);

/** Id of the row that explains a date. */
export const reasonId = (reference: string): string => `why-${reference}`;
