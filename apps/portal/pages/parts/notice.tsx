import type { ReactNode } from 'react';

/** Something the reader has to know before going on. */
export function Notice({ children, status = false }: { readonly children: ReactNode; readonly status?: boolean }) {
  return (
    <div className="notice" role={status ? 'status' : undefined}>
      {children}
    </div>
  );
}
