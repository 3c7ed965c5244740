import type { TaskList } from "graphile-worker";
import type { Hono } from "hono";
import { z } from "zod";
import type { Database } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import type { PageDeps } from "./hosts/parts.tsx";
import { readSaying } from "./sayings/answering.ts";
import { sweepSayings } from "./sayings/changes.ts";
import { linkRoutes } from "./sayings/link-routes.tsx";
import { textsIn, titleFor } from "./sayings/texts-words.ts";
import { currentVisitor, type VisitorDeps } from "./visitors/visitor-parts.tsx";

interface Where {
  readonly origin: string;
  readonly language: Language;
}

const Payload = z.object({ note: z.string() });

/** What reads the sentences that people send to our accounts: beside the inbox, since the first one loads the names of all places. */
export function sayingTasks(db: Database, { origin, language }: Where): TaskList {
  const reading = { origin, language, titleFor, texts: (spoken: Language) => textsIn(spoken, origin) };
  return {
    "read-saying": (payload) =>
      db.transaction().execute((tx) => readSaying(tx, Payload.parse(payload).note, reading, new Date())),
    "sweep-sayings": () => db.transaction().execute((tx) => sweepSayings(tx, new Date())),
  };
}

/** The pages to which the answers of our accounts lead. */
export function sayingRoutes(deps: VisitorDeps & PageDeps): Hono {
  return linkRoutes({ ...deps, visitorOf: (c) => currentVisitor(deps, c) });
}

export const sayingCrontab = ["59 4 * * * sweep-sayings"];
