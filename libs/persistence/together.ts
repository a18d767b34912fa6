interface Waiting<In, Out> {
  readonly item: In;
  readonly resolve: (outcome: Out) => void;
  readonly reject: (error: unknown) => void;
}

export interface TogetherOptions<In> {
  /** So many calls are under way at a time, at most. */
  readonly atOnce: number;
  /** Milliseconds that a call may take before another goes out beside it; what comes meanwhile goes with the next. */
  readonly patience: number;
  /** No more than this go together. */
  readonly most: number;
  /** Of what has the same key only one goes at a time. */
  readonly keyOf: (item: In) => string;
  /** After such an error nothing of it was done, so it is tried in halves until what fails fails by itself. */
  readonly undone: (error: unknown) => boolean;
}

/**
 * Makes one call of many that come at the same time. Nobody waits for others to come: the first goes out alone, and what
 * comes while it is under way goes out together after it, or beside it when it takes long.
 */
export class Together<In, Out> {
  #waiting: Waiting<In, Out>[] = [];
  readonly #keys = new Set<string>();
  #underWay = 0;
  #began = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `work` gives an outcome for each item, in their order. */
  constructor(
    private readonly work: (items: readonly In[]) => Promise<readonly Out[]>,
    private readonly options: TogetherOptions<In>,
  ) {}

  add(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#waiting.length === 0 || this.#underWay >= this.options.atOnce) return;
    const left = this.#began + this.options.patience - performance.now();
    if (this.#underWay > 0 && left > 0) return this.#lookAgainIn(left);
    const taken = this.#take();
    if (taken.size === 0) return;
    this.#underWay += 1;
    this.#began = performance.now();
    for (const key of taken.keys()) this.#keys.add(key);
    void this.#call([...taken.values()]).finally(() => {
      this.#underWay -= 1;
      for (const key of taken.keys()) this.#keys.delete(key);
      this.#next();
    });
  }

  #lookAgainIn(milliseconds: number): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#next();
    }, milliseconds);
    this.#timer.unref();
  }

  /** The first of each key that is not under way, in the order in which they came. */
  #take(): Map<string, Waiting<In, Out>> {
    const taken = new Map<string, Waiting<In, Out>>();
    const left: Waiting<In, Out>[] = [];
    for (const one of this.#waiting) {
      const key = this.options.keyOf(one.item);
      const free = !taken.has(key) && !this.#keys.has(key);
      if (free && taken.size < this.options.most) taken.set(key, one);
      else left.push(one);
    }
    this.#waiting = left;
    return taken;
  }

  async #call(some: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outcomes = await this.work(some.map(({ item }) => item));
      some.forEach(({ resolve }, index) => resolve(outcomes[index] as Out));
    } catch (error) {
      if (some.length > 1 && this.options.undone(error)) return this.#callHalves(some);
      for (const { reject } of some) reject(error);
    }
  }

  async #callHalves(some: readonly Waiting<In, Out>[]): Promise<void> {
    const middle = some.length >> 1;
    await this.#call(some.slice(0, middle));
    await this.#call(some.slice(middle));
  }
}
