const LETTERS = ['acknowledgement', 'challenge', 'answer-ready', 'marketing-ban-confirmation'] as const;
/** `digest` belongs to no request and commits in its own way. */
const KINDS = ['send-letter', 'locate-person', 'alert', 'run-task', 'build-package', 'remind', 'digest'] as const;

/** Every place where a process may be told to die, roughly in the order in which a request comes by. */
export const CRASH_POINTS: readonly string[] = [
  ...LETTERS.flatMap((letter) => [`before-mail:${letter}`, `after-mail:${letter}`]),
  ...KINDS.flatMap((kind) => [
    `after-claim:${kind}`,
    `before-commit:${kind}`,
    ...(kind === 'digest' ? [] : [`after-commit:${kind}`]),
  ]),
];
