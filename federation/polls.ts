import { sql } from "kysely";
import { z } from "zod";
import type { Reader } from "../src/foundation/database.ts";
import type { Handle } from "../src/hosts/handles.ts";
import { noteOf, type StoredNote } from "./notes.ts";
import { escapeHtml } from "./vocabulary/html.ts";
import type { Question } from "./vocabulary/question.ts";
import { instant } from "./vocabulary/shapes.ts";

const StoredPoll = z.object({ options: z.array(z.string()), ends: instant });

/** What a poll asks, as its note keeps it. */
export const storedPoll = (options: readonly string[], ends: Date): string => JSON.stringify({ options, ends });

/** A stored note that asks, as others read it, with the votes that it has now; null for one that only says. */
export async function questionOf(
  reader: Reader,
  origin: string,
  author: Pick<Handle, "id" | "name" | "kind">,
  stored: StoredNote & { readonly poll: unknown },
): Promise<Question | null> {
  if (stored.poll === null) return null;
  const { options, ends } = StoredPoll.parse(stored.poll);
  const votes = await countVotes(reader, stored.id);
  return {
    ...noteOf(origin, author, stored),
    options: options.map((name, at) => ({ name, votes: votes.get(at) ?? 0 })),
    ends,
  };
}

/** What a stored note says, for pages of ours: with the options, where it asks. */
export function contentWithOptions({ content, poll }: { readonly content: string; readonly poll: unknown }): string {
  if (poll === null) return content;
  return `${content}<ul>${StoredPoll.parse(poll)
    .options.map((option) => `<li>${escapeHtml(option)}</li>`)
    .join("")}</ul>`;
}

async function countVotes(reader: Reader, note: string): Promise<ReadonlyMap<number, number>> {
  const rows = await reader
    .selectFrom("pollVotes")
    .select(["option", sql<number>`count(*)`.as("votes")])
    .where("note", "=", note)
    .groupBy("option")
    .execute();
  return new Map(rows.map(({ option, votes }) => [option, votes]));
}
