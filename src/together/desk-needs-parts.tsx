import type { Context } from "hono";
import { isId } from "../acting/known.ts";
import type { Reader } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { findReceived, type ReceivedAsking } from "./received.ts";

/** What was asked of our host and a path names. */
export async function needReceived({ db }: { readonly db: Reader }, c: Context<DeskEnv>): Promise<ReceivedAsking> {
  const id = c.req.param("id") ?? "";
  const asking = isId(id) ? await findReceived(db, id) : null;
  if (asking === null || asking.seenVersion === 0) throw new NotFound();
  return asking;
}
