import type { ReactNode } from 'react';

interface ButtonProps {
  readonly children: ReactNode;
  readonly tone?: 'primary' | 'secondary' | 'warning';
}

/** Sends the form it stands in. */
export function Button({ children, tone = 'primary' }: ButtonProps) {
  return (
    <button type="submit" className={`button ${tone}`}>
      {children}
    </button>
  );
}

/** A link to the next step, with the weight of a button. */
export function ButtonLink({ href, children, tone = 'primary' }: ButtonProps & { readonly href: string }) {
  return (
    <a href={href} className={`button ${tone}`}>
      {children}
    </a>
  );
}
