import { z } from "zod";
import { orNull } from "./shapes.ts";

/** One thing that an instance publishes: its address, and a text that is another as soon as it says something else. */
export interface DigestEntry {
  readonly kind: string;
  readonly id: string;
  readonly version: string;
}

/** What an instance publishes, in short: of each kind how many things, and one hash over their addresses and versions. */
export interface DigestSummary {
  readonly id: string;
  readonly kinds: Readonly<Record<string, { readonly total: number; readonly hash: string }>>;
  /** Where the list begins; null when it is empty. */
  readonly first: string | null;
}

export function writeSummary(summary: DigestSummary) {
  return { ...summary };
}

const SummaryShape = z.object({
  id: z.url(),
  kinds: z.record(z.string().max(100), z.object({ total: z.int().min(0), hash: z.string().max(200) })),
  first: orNull(z.url()),
});

export function readSummary(json: unknown): DigestSummary | null {
  return SummaryShape.safeParse(json).data ?? null;
}

/** A page of a list that is only for instances: of a digest, or of data sheets. */
export interface ListPage {
  readonly id: string;
  readonly next: string | null;
  readonly items: readonly unknown[];
}

export function writeListPage({ id, next, items }: ListPage) {
  return { id, ...(next !== null && { next }), items };
}

const PageShape = z.object({ id: z.url(), next: orNull(z.url()), items: z.array(z.unknown()) });

export function readListPage(json: unknown): ListPage | null {
  return PageShape.safeParse(json).data ?? null;
}

const EntryShape = z.object({
  kind: z.string().max(100),
  id: z.url().max(2_048),
  version: z.coerce.string().min(1).max(100),
});

/** An entry of a digest; null for what is none. */
export function readEntry(json: unknown): DigestEntry | null {
  return EntryShape.safeParse(json).data ?? null;
}
