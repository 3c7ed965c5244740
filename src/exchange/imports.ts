import { z } from "zod";

/** How far an import of the desk has come: looked at, shown, taken; or refused, or dropped. */
const importStates = ["looking", "seen", "taking", "taken", "refused", "dropped"] as const;
export type ImportState = (typeof importStates)[number];

/** What the file says otherwise than what is here, field by field; of something new, all that it says. */
export const Difference = z.object({
  kind: z.enum(["host", "offer", "service"]),
  /** The slug of the offer or service; empty for the host. */
  key: z.string(),
  title: z.string(),
  how: z.enum(["new", "changed"]),
  fields: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
});
export type Difference = z.infer<typeof Difference>;

/** What an import would change, and all that it could not read. */
export const Preview = z.object({
  host: z.string(),
  differences: z.array(Difference),
  unchanged: z.int(),
  /** Files that gave nothing, each with a code that says why. */
  refused: z.array(z.object({ file: z.string(), reason: z.string(), detail: z.string().nullable() })),
  /** Where something was not understood, and a code that says why. */
  misread: z.array(z.object({ where: z.string(), line: z.number().nullable(), reason: z.string() })),
});
export type Preview = z.infer<typeof Preview>;

/** An import of the desk, as its page shows it. */
export interface DeskImport {
  readonly id: string;
  /** The name of the file, or the address. */
  readonly source: string;
  readonly state: ImportState;
  /** The file that is looked at, and how many of how many. */
  readonly step: string | null;
  readonly looked: number;
  readonly known: number;
  readonly preview: Preview | null;
  /** The fields that stay as they are here. */
  readonly kept: readonly string[];
  readonly problem: ImportProblem | null;
  readonly begun: Date;
  readonly changed: Date;
}

/** Why nothing could be taken in. */
const importProblems = [
  ...(["not-json", "not-this-format", "unstorable-characters", "host-not-in-file", "host-malformed"] as const),
  ...([
    "host-missing",
    "not-set-up",
    "unreachable",
    "address-refused",
    "no-such-file",
    "an-archive",
    "nothing",
    "changed-meanwhile",
  ] as const),
] as const;
export type ImportProblem = (typeof importProblems)[number];

/** How a field that stays as it is here is named in a form. */
export const fieldKey = ({ kind, key }: Pick<Difference, "kind" | "key">, field: string): string =>
  `${kind}:${key}:${field}`;
