import type { ReactNode } from 'react';

/** A sentence with one part of it in bold, wherever its language puts that part. */
export const Emphasised = ({ sentence, part }: { sentence: string; part: string }): ReactNode => {
  const at = sentence.indexOf(part);
  if (part === '' || at < 0) return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <strong>{part}</strong>
      {sentence.slice(at + part.length)}
    </>
  );
};
