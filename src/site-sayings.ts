import type { TaskList } from "graphile-worker";
import { z } from "zod";
import type { Database } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import { readSaying } from "./sayings/answering.ts";
import { sweepSayings } from "./sayings/changes.ts";
import { textsIn, titleFor } from "./sayings/texts-words.ts";

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

export const sayingCrontab = ["59 4 * * * sweep-sayings"];
