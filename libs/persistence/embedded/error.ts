/** What stops the embedded database from starting, as one sentence for the person who typed the command. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
