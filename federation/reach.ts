import type { Database } from "../src/foundation/database.ts";
import type { Language } from "../src/foundation/language.ts";
import type { ActorKeys } from "./actors/keys.ts";

/** What everything that speaks to other servers needs at hand. */
export interface Reach {
  readonly db: Database;
  /** Without a trailing slash. */
  readonly origin: string;
  readonly keys: ActorKeys;
  /** Spoken where nobody has chosen another. */
  readonly language: Language;
}
