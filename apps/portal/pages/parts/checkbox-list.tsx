interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

interface CheckboxListProps {
  /** Name in the form; the first box carries it as id, for the error summary to lead to. */
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly problem: string | null;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}

/** The question of the page, answered by ticking; the whole card of a choice can be pressed. */
export function CheckboxList({ name, title, hint, problem, choices, chosen }: CheckboxListProps) {
  return (
    <fieldset
      className={problem === null ? 'choices' : 'choices wrong'}
      aria-describedby={problem === null ? `${name}-hint` : `${name}-hint ${name}-problem`}
    >
      <legend>
        <h1>{title}</h1>
      </legend>
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {problem === null ? null : (
        <p className="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      {choices.map(({ value, label, hint: explanation }, index) => {
        const id = index === 0 ? name : `${name}-${value}`;
        return (
          <div className="choice" key={value}>
            <input
              type="checkbox"
              id={id}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              aria-describedby={`${id}-about`}
            />
            <label htmlFor={id}>{label}</label>
            <p className="hint" id={`${id}-about`}>
              {explanation}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}
