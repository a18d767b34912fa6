/** What an engine is opened with; all engines of a run get the same. */
export interface EngineSettings {
  /** A database of its own: empty for plain work, a copy of the prepared desk for ours. */
  readonly databaseUrl: string;
  /** A second copy of the same, where an engine has to look first what it will repeat. */
  readonly secondDatabaseUrl: string;
  readonly redisUrl: string;
  /** Database connections for the work itself; a queue may have its own besides. */
  readonly poolSize: number;
  readonly inFlight: number;
  /** How many requests will be asked of it. */
  readonly requests: number;
  /** An engine tells each request whose third transition is committed. */
  readonly finished: (request: string) => void;
}

/** An engine that takes requests through three transitions, one after the other, each committed for good. */
export interface Engine {
  /** The requests it has ready, as many as were asked for. */
  readonly requests: readonly string[];
  /** What else it knows of its work, for the details of its figure. */
  readonly facts?: Readonly<Record<string, number>>;
  begin(request: string): Promise<void>;
  /** Throws `InvariantError` unless exactly these requests went through all three transitions, each once. */
  check(finished: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

export type OpenEngine = (settings: EngineSettings) => Promise<Engine>;
