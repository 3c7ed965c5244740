import { sql } from "kysely";
import { z } from "zod";
import type { Reader } from "../foundation/database.ts";
import type { UnreadLine } from "./blocklist.ts";
import { countWithin, type Within } from "./queries.ts";

/** A list of domains that others block. */
export interface Blocklist {
  readonly id: string;
  /** Null for a file. */
  readonly url: string | null;
  readonly name: string;
  readonly created: Date;
  readonly read: Date | null;
  readonly problem: string | null;
  /** How many domains it named when it was last read. */
  readonly rows: number;
  readonly unread: readonly UnreadLine[];
  /** How many wait for somebody to decide. */
  readonly waiting: number;
}

/** A domain that a list names, and what a block of it would cut here. */
export interface Suggestion {
  readonly domain: string;
  readonly severity: string;
  readonly comment: string | null;
  readonly within: Within;
}

export async function listBlocklists(reader: Reader): Promise<readonly Blocklist[]> {
  return (await lists(reader).orderBy("created", "desc").execute()).map(listOf);
}

export async function findBlocklist(reader: Reader, id: string): Promise<Blocklist | null> {
  const row = await lists(reader).where("id", "=", id).executeTakeFirst();
  return row ? listOf(row) : null;
}

/** What a list suggests that is not decided yet, with what each would cut: those that cut something first. */
export async function listSuggestions(
  reader: Reader,
  list: string,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<readonly Suggestion[]> {
  const rows = await reader
    .selectFrom("blockSuggestions")
    .select(["domain", "severity", "comment"])
    .where("list", "=", list)
    .where(isWaiting)
    .orderBy(
      sql`exists (select from instances, domains_around(instances.origin) as around where around.domain = block_suggestions.domain)`,
      "desc",
    )
    .orderBy("domain")
    .offset(skip)
    .limit(limit)
    .execute();
  const found: Suggestion[] = [];
  for (const row of rows) found.push({ ...row, within: await countWithin(reader, row.domain) });
  return found;
}

const isWaiting = sql<boolean>`dismissed is null and not is_blocked('https://' || block_suggestions.domain)`;

function lists(reader: Reader) {
  return reader
    .selectFrom("blocklists")
    .selectAll()
    .select(
      sql<number>`(select count(*) from block_suggestions where list = blocklists.id and ${isWaiting})`.as("waiting"),
    );
}

type ListRow = Awaited<ReturnType<ReturnType<typeof lists>["executeTakeFirstOrThrow"]>>;

const Unread = z.array(
  z.object({
    line: z.int(),
    text: z.string(),
    reason: z.enum(["obfuscated", "malformed", "nothing-asked", "too-many"]),
  }),
);

const listOf = ({ unread, ...row }: ListRow): Blocklist => ({ ...row, unread: Unread.parse(unread) });
