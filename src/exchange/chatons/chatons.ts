/** What an import of ChatonsInfos files did, for the person who asked for it. */
export interface ChatonsReport {
  /** The name of the host whose files they are. */
  readonly host: string;
  readonly taken: readonly TakenFile[];
  readonly changed: readonly TakenFile[];
  readonly unchanged: readonly TakenFile[];
  readonly refused: readonly RefusedFile[];
  readonly notUnderstood: readonly (MisreadLine & { readonly file: string })[];
}

export interface TakenFile {
  readonly file: string;
  readonly what: "organization" | "service" | "metrics";
  /** The slug of the service. */
  readonly service: string | null;
  /** The slug of the draft that was made of it; publishing it is up to the host. */
  readonly draft: string | null;
}

export interface RefusedFile {
  readonly file: string;
  readonly reason: FileRefusal;
  /** What the other server said: "HTTP 503". */
  readonly detail: string | null;
}

/** A line that could not be read, and why. What stood there is kept beside the rest where it can be. */
export interface MisreadLine {
  readonly line: number;
  readonly key: string | null;
  readonly reason: LineMisreading;
}

export const lineMisreadings = [
  "no-equals-sign",
  "malformed-key",
  "control-characters",
  "too-long",
  "said-twice",
  "unknown-field",
  "unknown-code",
  "not-an-address",
  "not-an-email",
  "not-a-day",
  "not-a-number",
  "not-spdx",
  "not-together",
] as const;
export type LineMisreading = (typeof lineMisreadings)[number];

export type FileRefusal =
  | "address-refused"
  | "not-an-address"
  | "unreachable"
  | "server-given-up"
  | "too-large"
  | "too-many-redirects"
  | "not-found"
  | "bad-answer"
  | "not-text"
  | "too-many-lines"
  | "not-this-format"
  | "federation"
  | "device"
  | "another-organization"
  | "metrics-without-service"
  | "name-missing"
  | "already-read"
  | "too-deep"
  | "too-many-files"
  | "names-too-many";

/** How far an import follows what a file names, and how much it takes. */
export const limits = {
  /** An organisation names services, and a service its figures. */
  levels: 2,
  files: 200,
  /** How many others one may name. */
  subs: 1_000,
  lines: 10_000,
  /** A file with more lines than this that nobody understands is none of this format. */
  misread: 1_000,
  keyLength: 200,
  valueLength: 20_000,
  /** A server that has not answered so often in a row is not asked again. */
  silences: 3,
} as const;
