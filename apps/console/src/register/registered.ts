/** What registering answers: both are told to the person, the code only this once. */
export interface Registered {
  readonly reference: string;
  readonly secretCode: string;
  /** Names of the files that could not be kept. */
  readonly notKept: readonly string[];
}
