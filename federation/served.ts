import { writeTombstone } from "./vocabulary/activities.ts";

/** What stands at an address of ours for other servers: a document, or the tombstone of what was there. */
export interface Served {
  readonly status: 200 | 410;
  /** JSON. */
  readonly body: string;
  /** Its permanent address. */
  readonly id: string;
  /** The one origin that may read it; null where everybody may. */
  readonly for: string | null;
}

/** Who asks: the origin that signed for it, looked up only where it matters. */
export type Asker = () => Promise<string | null>;

/** A document for everybody; null where there is none. */
export function here(id: string, document: unknown): Served | null {
  return document === null ? null : { status: 200, body: JSON.stringify(document), id, for: null };
}

/** What is left of a document for everybody. */
export function gone(id: string, formerType: string, deleted: Date): Served {
  return { status: 410, body: JSON.stringify(writeTombstone({ id, formerType, deleted })), id, for: null };
}
