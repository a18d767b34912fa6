import type { LiveChange } from '#contracts/live';

/** One stream of events to one page. */
export interface Listener {
  readonly controllerId: string;
  /** The session that the stream was opened with: the hash of its token, in hex. */
  readonly session: string;
  /** The first thing it is told. `resumed`: what it missed since `id` follows. */
  readonly open: (resumed: boolean, id: number) => void;
  /** Changes null: look at everything anew. `id`: where to go on after this. */
  readonly tell: (changes: readonly LiveChange[] | null, id: number) => void;
  /** A sign of life, so that nothing on the way takes the stream for dead; and what it was too slow for, if anything. */
  readonly beat: (id: number) => void;
  readonly end: () => void;
}
