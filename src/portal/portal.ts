/** How a section is filled: by a search that is asked anew each time, or by what somebody picked. */
export const fills = ["search", "picks"] as const;
export type Fill = (typeof fills)[number];

/** What somebody wrote of a section. */
export interface SectionContent {
  readonly title: string;
  readonly introduction: string;
  /** In which language both are. */
  readonly language: string;
  readonly fill: Fill;
  /** What the directory is asked, as its address has it: `need=email&territory=dep:69`. Kept too while picks fill it. */
  readonly query: string;
}

/** Some of what all hosts offer, put together by whoever runs this instance. */
export interface Section {
  readonly id: string;
  /** Its name in addresses; it never changes, since other sites hold it. */
  readonly slug: string;
  readonly position: number;
  readonly content: SectionContent;
  /** Whether the public sees it. */
  readonly shown: boolean;
  /** Goes up by one with each change of its text. */
  readonly version: number;
  readonly created: Date;
  readonly changed: Date;
}

/** A host or an offer by its permanent address. */
export interface Ref {
  readonly kind: "host" | "offer";
  readonly actor: string;
}

/** One that somebody picked, and what it was called then. */
export interface Pick extends Ref {
  readonly name: string;
  readonly picked: Date;
}

/** One that is recommended, with the reason, and who says so. */
export interface Highlight extends Ref {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly language: string;
  readonly who: string;
  readonly said: Date;
  readonly version: number;
}

/** Why what was picked is not shown at present: the catalogue has it no more, nobody we trust vouches for it, its site does not answer, it is blocked, or it has closed. */
export type Absence = "gone" | "untrusted" | "silent" | "blocked" | "closed";

/** What is known of what was picked; `known` is false when the catalogue has nothing of that address. */
export interface Presence {
  readonly known: boolean;
  readonly blocked: boolean;
  readonly trust: number;
  /** Its instance has not answered for long. */
  readonly silent: boolean;
  readonly closed: boolean;
}

/** Why it is not shown; null when it is. */
export function absenceOf({ known, blocked, trust, silent, closed }: Presence): Absence | null {
  if (!known) return "gone";
  if (blocked || trust === 0) return "blocked";
  if (trust < 3) return "untrusted";
  if (silent) return "silent";
  return closed ? "closed" : null;
}

/** The same list with one item moved by one place; as it was at either end. */
export function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const [item, other] = [items[at], items[at + by]];
  if (item === undefined || other === undefined) return items;
  return items.with(at, other).with(at + by, item);
}
