import { useLayoutEffect, useState, type RefObject } from 'react';

const countVisible = (table: HTMLTableElement): number =>
  [...(table.tHead?.rows[0]?.cells ?? [])].filter((cell) => getComputedStyle(cell).display !== 'none').length;

/**
 * How many columns of the table around a row are in sight: with little width some are hidden, and a cell that spanned
 * those too would make room for columns that nobody sees.
 */
export const useVisibleColumns = (row: RefObject<HTMLTableRowElement | null>, atMost: number): number => {
  const [columns, setColumns] = useState(atMost);
  useLayoutEffect(() => {
    const table = row.current?.closest('table');
    if (!table) return undefined;
    // It reports once as soon as it observes, and then after each change.
    const observer = new ResizeObserver(() => setColumns(countVisible(table)));
    observer.observe(table);
    return () => observer.disconnect();
  }, [row]);
  return columns;
};
