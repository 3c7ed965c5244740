/** How deliveries to one other server go, as the federation tells of it. */
export interface ServerStanding {
  readonly origin: string;
  /** When it last took something; null when it never did, as far as we know. */
  readonly arrived: Date | null;
  /** How many deliveries wait for another try, or for it to answer again. */
  readonly waiting: number;
  /** How many were given up. */
  readonly failed: number;
  /** Since when it does not answer at all; null where it does. */
  readonly silent: Date | null;
  /** When the next try is; null when nothing waits. */
  readonly next: Date | null;
  /** The HTTP status of its last answer; null when it gave none. */
  readonly status: number | null;
  /** What went wrong last, as the program says it. */
  readonly problem: string | null;
}

/** A delivery that has not arrived, as the federation tells of it. */
export interface StuckDelivery {
  readonly id: number;
  readonly type: string;
  readonly state: "failed" | "waiting" | "held";
  readonly attempts: number;
  readonly firstTry: Date;
  readonly nextTry: Date | null;
  readonly status: number | null;
  readonly problem: string | null;
}

/** Nothing waits; tries go on; it does not answer, and is asked again; some were given up. */
export type ServerState = "well" | "failing" | "silent" | "given-up";

export function stateOfServer({ waiting, failed, silent }: ServerStanding): ServerState {
  if (silent !== null) return "silent";
  if (waiting > 0) return "failing";
  return failed > 0 ? "given-up" : "well";
}

/** What keeps a delivery from arriving, as people understand it. */
export type Trouble =
  | ("no-answer" | "no-name" | "no-server" | "bad-certificate" | "not-allowed" | "not-there" | "too-large")
  | ("too-many" | "broken" | "not-yet" | "refused");

/** What a status or, where there was none, the program's own words mean; null where nothing went wrong. */
export function troubleOf({ status, problem }: Pick<ServerStanding, "status" | "problem">): Trouble | null {
  if (status !== null) return troubleOfStatus(status);
  if (problem === null) return null;
  return patterns.find(([pattern]) => pattern.test(problem))?.[1] ?? "no-answer";
}

function troubleOfStatus(status: number): Trouble {
  if (status >= 500) return "broken";
  return statuses[status] ?? "refused";
}

const statuses: Readonly<Partial<Record<number, Trouble>>> = {
  401: "not-allowed",
  403: "not-allowed",
  404: "not-there",
  410: "not-there",
  413: "too-large",
  429: "too-many",
};

const patterns: readonly (readonly [RegExp, Trouble])[] = [
  [/no answer yet/, "not-yet"],
  [/ENOTFOUND|EAI_AGAIN|ENODATA/, "no-name"],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/, "no-server"],
  [/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY|SSL|TLS/, "bad-certificate"],
];
