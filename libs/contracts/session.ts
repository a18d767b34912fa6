import { z } from 'zod';
import { civilDate, filledText, language, staffRole } from './wire.js';

export const signIn = z.strictObject({ email: filledText(254), password: z.string().min(1).max(1000) });

/** First sign-in by the link that `artikla user add` prints. */
export const firstSignIn = z.strictObject({ token: filledText(100), password: z.string().min(12).max(1000) });

/** Who is signed in, and the desk they sit at. `demo` carries the desk's date when the time control is there. */
export const session = z.strictObject({
  user: z.strictObject({
    id: z.string(),
    name: z.string(),
    role: staffRole,
    language,
    /** Shortcuts of one letter are on; whoever speaks to their computer turns them off (WCAG 2.2, 2.1.4). */
    singleKeys: z.boolean(),
  }),
  organisation: z.string(),
  staff: z.array(z.strictObject({ id: z.string(), name: z.string(), role: staffRole })),
  /** Where the organisation is: the zone in which moments are read, and the country whose law adds grounds. */
  country: z.string(),
  timeZone: z.string(),
  today: civilDate,
  demo: z.boolean(),
});

export const advanceTime = z.strictObject({ by: z.enum(['P1D', 'P1W']) });
export const languageChoice = z.strictObject({ language });

export type Session = z.infer<typeof session>;
