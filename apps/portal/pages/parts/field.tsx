import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from 'react';

interface FieldProps {
  /** Name in the form; also the id that the error summary leads to. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value, or null. */
  readonly problem: string | null;
  readonly value?: string;
}

interface InputProps extends FieldProps {
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete: HTMLInputAutoCompleteAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  /** A code or reference: fixed-width, never corrected or translated by the browser. */
  readonly code?: boolean;
}

const hintId = (name: string): string => `${name}-hint`;
const problemId = (name: string): string => `${name}-problem`;

/** Label, hint and problem stay readable while typing: nothing is hidden in a placeholder. */
function Labelled({ name, label, hint, problem, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={problem === null ? 'field' : 'field wrong'}>
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={hintId(name)}>
          {hint}
        </p>
      )}
      {problem === null ? null : (
        <p className="problem" id={problemId(name)}>
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}

const described = ({ name, hint, problem }: FieldProps) => ({
  id: name,
  name,
  'aria-invalid': problem === null ? undefined : true,
  'aria-describedby':
    [hint === undefined ? '' : hintId(name), problem === null ? '' : problemId(name)].filter(Boolean).join(' ') ||
    undefined,
});

/** One line of text that keeps what was typed. */
export function Field({ type = 'text', autoComplete, inputMode, code = false, ...field }: InputProps) {
  return (
    <Labelled {...field}>
      <input
        {...described(field)}
        type={type}
        defaultValue={field.value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        className={code ? 'code' : undefined}
        {...(code ? { spellCheck: false, autoCapitalize: 'off', autoCorrect: 'off' } : {})}
      />
    </Labelled>
  );
}

/** Several lines of text that keep what was typed. */
export function TextArea(field: FieldProps) {
  return (
    <Labelled {...field}>
      <textarea {...described(field)} rows={6} defaultValue={field.value} />
    </Labelled>
  );
}
