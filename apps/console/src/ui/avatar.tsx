import styles from './avatar.module.css';

const initialsOf = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => word[0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();

/** Initials of a member of staff; the name itself stands beside it. */
export const Avatar = ({ name, own = false }: { name: string; own?: boolean }) => (
  <span className={styles.avatar} data-own={own} aria-hidden>
    {initialsOf(name)}
  </span>
);
