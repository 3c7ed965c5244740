import { z } from "zod";
import { listKinds } from "./unclaimed.ts";

const maybe = z.string().nullable();

/** What a list was found to say, until somebody takes it or leaves it. */
export const Found = z.object({
  source: z.enum(listKinds),
  /** The name that the list bears. */
  listName: maybe,
  /** Every file that the list names, whether it could be read or not. */
  files: z.array(z.string()),
  sightings: z.array(
    z.object({
      ...{ file: z.string(), name: z.string(), website: z.string(), summary: maybe, language: maybe },
      ...{ needs: z.array(z.string()), territory: maybe },
    }),
  ),
  /** Files that gave no entry, and a code that says why. */
  left: z.array(z.object({ file: z.string(), reason: z.string() })),
});
export type Found = z.infer<typeof Found>;

/** Why a list could not be read at all. */
export type ListProblem =
  | "unreachable"
  | "no-such-file"
  | "address-refused"
  | "not-this-format"
  | "names-too-many"
  | "empty";

export type ReadingState = "reading" | "seen" | "taken" | "refused" | "dropped";

/** The reading of a list, as its page shows it. */
export interface Reading {
  readonly id: string;
  /** The name of the file, or the address. */
  readonly source: string;
  readonly state: ReadingState;
  /** The file that is looked at, and how many of how many. */
  readonly step: string | null;
  readonly looked: number;
  readonly known: number;
  readonly found: Found | null;
  readonly problem: ListProblem | null;
  readonly begun: Date;
}

/** What taking it would do, in numbers. */
export interface Outlook {
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  /** Their instance is known here: the entry gives way to it at once. */
  readonly known: number;
  /** Removed before: they stay away. */
  readonly removed: number;
  /** Entered from this list before, and named in it no more. */
  readonly gone: number;
}
