import { RateLimiterMemory } from "rate-limiter-flexible";

/** How many requests one caller may send within so many seconds. */
export interface Quota {
  /** Names the quota in the header `RateLimit`. */
  readonly name: string;
  readonly requests: number;
  readonly seconds: number;
}

/** Where a caller stands with its quota. */
export interface Standing {
  readonly exceeded: boolean;
  readonly remaining: number;
  /** Seconds until all of it is there again. */
  readonly reset: number;
}

/** Counts requests, in the memory of this process. */
export interface Limit {
  readonly quota: Quota;
  /** One more request of a caller. */
  count(caller: string): Promise<Standing>;
  /** Where it stands, without counting. */
  look(caller: string): Promise<Standing>;
}

/** A caller's own quotas are far apart: a script with a token is known, and an address may be a whole building. */
export const quotas = {
  token: { name: "token", requests: 3_000, seconds: 300 },
  address: { name: "address", requests: 300, seconds: 300 },
  /** Tokens that are not known here. */
  failures: { name: "unknown-tokens", requests: 30, seconds: 300 },
  /** Forms that anyone may send. */
  forms: { name: "forms", requests: 30, seconds: 300 },
  /** Requests for a place: few are sent, and each is read by a person. */
  places: { name: "places", requests: 10, seconds: 3_600 },
  /** What is asked of several hosts by somebody without an account: each is a letter. */
  askings: { name: "askings", requests: 10, seconds: 3_600 },
  /** Complaints of a request or a promise: each is read by a person. */
  reports: { name: "reports", requests: 10, seconds: 3_600 },
  /** Associations that register: few do, and each is read by a person. */
  associations: { name: "associations", requests: 10, seconds: 3_600 },
  /** Whom an association follows: each may ask another server. */
  following: { name: "following", requests: 60, seconds: 3_600 },
  /** Searches to watch: each may become an account, or a letter. */
  watches: { name: "watches", requests: 20, seconds: 3_600 },
  /** Ways in for visitors: each asks another server. */
  visitors: { name: "visitors", requests: 20, seconds: 3_600 },
  /** The same, by the server that is asked. */
  visitorServers: { name: "visitor-servers", requests: 300, seconds: 3_600 },
  /** Looking whether a code has come. */
  visitorCodes: { name: "visitor-codes", requests: 60, seconds: 300 },
  /** What is typed by people who have shown nothing yet: each is kept until they do. */
  keptForms: { name: "kept-forms", requests: 30, seconds: 3_600 },
  /** The whole directory at once. */
  openData: { name: "open-data", requests: 60, seconds: 3_600 },
} satisfies Record<string, Quota>;

export function openLimit(quota: Quota): Limit {
  const { requests, seconds } = quota;
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  const standing = (consumed: number, milliseconds: number): Standing => ({
    exceeded: consumed > requests,
    remaining: Math.max(requests - consumed, 0),
    reset: Math.max(Math.ceil(milliseconds / 1_000), 1),
  });
  return {
    quota,
    async count(caller) {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(caller);
      return standing(consumedPoints, msBeforeNext);
    },
    async look(caller) {
      const found = await limiter.get(caller);
      return found ? standing(found.consumedPoints, found.msBeforeNext) : standing(0, seconds * 1_000);
    },
  };
}

/** The headers that tell a script where it stands (draft-ietf-httpapi-ratelimit-headers). */
export function limitHeaders(
  { name, requests, seconds }: Quota,
  { remaining, reset }: Standing,
): Readonly<Record<string, string>> {
  return {
    "ratelimit-policy": `"${name}";q=${requests};w=${seconds}`,
    ratelimit: `"${name}";r=${remaining};t=${reset}`,
  };
}
