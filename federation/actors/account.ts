import type { Mention } from "../vocabulary/tags.ts";

/** Somebody elsewhere whom a note names. */
export interface Named extends Mention {
  /** Their page. */
  readonly page: string | null;
  /** Null where it is not known. */
  readonly inbox: string | null;
}

/** The account of an actor elsewhere, "name@host": from its id and the name it was last seen under. */
export function accountOf(actor: string, handle: string | null): string {
  const { host, pathname } = new URL(actor);
  return `${handle ?? pathname.split("/").at(-1) ?? ""}@${host}`;
}
