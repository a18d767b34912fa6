import type { ReactNode } from 'react';

interface QueueCellProps {
  readonly column: string;
  /** The cell that names its row. */
  readonly rowHeader: boolean;
  readonly children: ReactNode;
}

export const QueueCell = ({ column, rowHeader, children }: QueueCellProps) =>
  rowHeader ? (
    <th scope="row" data-column={column}>
      {children}
    </th>
  ) : (
    <td data-column={column}>{children}</td>
  );
