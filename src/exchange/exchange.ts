/** Where something stands in a file: `["offers", 0, "pricing"]`. */
export type Path = readonly (string | number)[];

/** The line of the file on which a path begins; null where that is not known. */
export type LineOf = (path: Path) => number | null;

/** What an import did, for the person who asked for it. */
export interface ImportReport {
  /** The name of the host that was imported. */
  readonly host: string;
  /** Slugs of offers that are new here. */
  readonly taken: readonly string[];
  /** Slugs of offers that said something else before. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly notUnderstood: readonly NotUnderstood[];
}

/** Something that the import could not read, and why. What stood there is kept beside the rest. */
export interface NotUnderstood {
  /** `hosts[0].offers[2].pricing.unit`. */
  readonly path: string;
  readonly line: number | null;
  readonly reason: Misreading;
}

export type Misreading =
  | "unknown-field"
  | "unknown-code"
  | "not-a-text"
  | "not-a-number"
  | "not-a-whole-number"
  | "not-yes-or-no"
  | "not-a-list"
  | "not-an-object"
  | "not-a-day"
  | "not-a-territory"
  | "not-an-address"
  | "missing"
  | "said-twice"
  | "price-incomplete"
  | "price-beside-tiers"
  | "offer-refused"
  | "publication-refused"
  | "availability-refused";

export type ImportRefusal =
  | "not-json"
  | "not-this-format"
  | "unstorable-characters"
  | "host-not-in-file"
  | "host-malformed"
  | "not-set-up";

/** A path as people read it: `hosts[0].name`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, step) => text + (typeof step === "number" ? `[${step}]` : text === "" ? step : `.${step}`),
    "",
  );
}
