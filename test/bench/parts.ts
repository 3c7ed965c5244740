import { sql } from "kysely";
import { type Crowd, openCrowd } from "./crowd.ts";
import type { Figure } from "./figures.ts";
import { grow } from "./growth.ts";
import type { RsaRates } from "./machine.ts";
import { measureDocuments } from "./measures/documents.ts";
import { measureFanOut } from "./measures/fan-out.ts";
import { measureFollows } from "./measures/follows.ts";
import { measureInbox } from "./measures/inbox.ts";
import { measureProxy } from "./measures/proxy.ts";
import { measureMemory, measureStart } from "./measures/start.ts";
import { type Layout, openSubject, type Subject } from "./subject.ts";

/** The arrangements under which the figures are taken. */
export const parts = ["one", "grown", "processes", "proxy"] as const;
export type Part = (typeof parts)[number];

export interface Wishes {
  readonly quick: boolean;
  readonly rsa: RsaRates;
  /** The names of the figures; null for all. */
  readonly chosen: readonly string[] | null;
  readonly profile: string | null;
  readonly note: (text: string) => void;
}

interface Arrangement {
  readonly title: string;
  readonly layout: Layout | null;
  readonly prepare: (subject: Subject, crowd: Crowd) => Promise<void>;
  readonly figures: readonly string[];
}

const nothing = async () => {};
const arrangements: Readonly<Record<Part, Arrangement>> = {
  one: {
    ...{ title: "One process, a new instance", layout: null, prepare: nothing },
    figures: ["start", "documents", "inbox", "follows", "fan-out", "memory"],
  },
  grown: {
    title: "One process, 10,000 followers, a million activities heard and a million sent",
    ...{ layout: null, prepare: grow, figures: ["documents", "inbox", "follows", "fan-out", "memory"] },
  },
  processes: {
    title: "Two processes that answer and two that work, on one PostgreSQL",
    ...{ layout: { web: 2, worker: 2 }, prepare: nothing, figures: ["documents", "inbox", "fan-out", "memory"] },
  },
  proxy: {
    title: "Behind Caddy with TLS, as in docker-compose.yml",
    ...{ layout: null, prepare: nothing, figures: ["proxy"] },
  },
};

/** Opens a site in this arrangement and takes its figures. */
export async function measurePart(
  part: Part,
  wishes: Wishes,
): Promise<{ readonly title: string; readonly figures: readonly Figure[] }> {
  const { title, layout, prepare, figures: names } = arrangements[part];
  const flags = wishes.profile === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${wishes.profile}`];
  await using subject = await openSubject({ layout, flags });
  await using crowd = await openCrowd(1_000);
  await sql`create extension if not exists pg_stat_statements`.execute(subject.db);
  await prepare(subject, crowd);
  const measures = measuresOf(subject, crowd, wishes);
  const figures: Figure[] = [];
  for (const name of names.filter((one) => wishes.chosen?.includes(one) ?? true)) {
    wishes.note(`${part}: ${name}`);
    figures.push(...((await measures[name]?.()) ?? []));
  }
  return { title, figures };
}

type Measures = Readonly<Record<string, () => Promise<readonly Figure[]>>>;

function measuresOf(subject: Subject, crowd: Crowd, { quick, rsa }: Wishes): Measures {
  const seconds = quick ? 2 : 6;
  const [count, runs] = quick ? [1_500, 1] : [4_000, 3];
  return {
    start: () => measureStart(subject),
    documents: () => measureDocuments(subject, seconds),
    inbox: () => measureInbox(subject, crowd, { count, runs, rsa }),
    follows: () => measureFollows(subject, crowd, 100, rsa),
    "fan-out": async () => [
      ...(await measureFanOut(subject, crowd, { servers: 200, most: 0.22, rsa })),
      ...(await measureFanOut(subject, crowd, { servers: 1_000, most: 0.85, rsa })),
    ],
    memory: async () => measureMemory(subject),
    proxy: () => measureProxy(subject, seconds),
  };
}
