import type { TaskList } from "graphile-worker";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { noteIri } from "../federation/addresses.ts";
import type { Database } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import { reportRoutes } from "./reports/routes.tsx";
import { readSaying } from "./sayings/answering.ts";
import { sweepSayings } from "./sayings/changes.ts";
import { type ComposeDeps, composeRoutes } from "./sayings/compose-routes.tsx";
import { linkRoutes } from "./sayings/link-routes.tsx";
import { textsIn, titleFor } from "./sayings/texts-words.ts";
import { currentVisitor, type VisitorDeps } from "./visitors/visitor-parts.tsx";

interface Where {
  readonly origin: string;
  readonly language: Language;
}

const Payload = z.object({ note: z.string() });

/** What reads the sentences that people send to our accounts: beside the inbox, since the first one loads the names of all places. */
export function sayingTasks(db: Database, { origin, language }: Where, now = () => new Date()): TaskList {
  const reading = { origin, language, titleFor, texts: (spoken: Language) => textsIn(spoken, origin) };
  return {
    "read-saying": (payload) =>
      db.transaction().execute((tx) => readSaying(tx, Payload.parse(payload).note, reading, now())),
    "sweep-sayings": () => db.transaction().execute((tx) => sweepSayings(tx, now())),
  };
}

/** The pages to which the answers of our accounts lead, those to write to these from one’s own, and to complain. */
export function sayingRoutes(deps: VisitorDeps & Omit<ComposeDeps, "postOf">): Hono {
  const { db, origin } = deps;
  const visitorOf = (c: Context) => currentVisitor(deps, c);
  return new Hono()
    .route("/", linkRoutes({ ...deps, visitorOf }))
    .route("/", reportRoutes({ ...deps, visitorOf }))
    .route("/", composeRoutes({ ...deps, postOf: (request) => findPost(db, origin, request) }));
}

/** The first that a request's account has said and that still stands. */
async function findPost(db: Database, origin: string, request: string): Promise<string | null> {
  const row = await db
    .selectFrom("notes")
    .select("id")
    .where("actor", "=", request)
    .where("kind", "=", "announcement")
    .where("deleted", "is", null)
    .orderBy("published")
    .executeTakeFirst();
  return row ? noteIri(origin, row.id) : null;
}

export const sayingCrontab = ["59 4 * * * sweep-sayings"];
