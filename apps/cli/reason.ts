/** Why something outside failed, in a few words: a code where there is one, else the first line. Never a stack. */
export const reasonOf = (error: unknown): string => {
  if (!Error.isError(error)) return 'no reason given';
  const { code } = error as NodeJS.ErrnoException;
  // Codes of the system begin with E (ECONNREFUSED); those of PostgreSQL say nothing without their message.
  if (typeof code === 'string' && code.startsWith('E')) return code;
  return error.message.split('\n')[0] || error.name;
};
