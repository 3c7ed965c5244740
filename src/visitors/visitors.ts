/** Somebody who comes with an account of another server. Who they are is the id of their actor; the rest is how it is shown. */
export interface Visitor {
  readonly actor: string;
  readonly name: string;
  /** `@name@domain`. */
  readonly address: string;
  /** Their own page. */
  readonly url: string;
}

/** What somebody typed: the account `name@domain` where they said it, and the server. */
export interface Place {
  readonly account: string | null;
  readonly host: string;
}

/** How somebody is recognised: their server is asked, or they send us a code. */
export type Means = "server" | "message";

/** Where somebody goes on: to a page of their own server, or to write to us. */
export type Lead =
  | { readonly by: "server"; readonly server: string; readonly page: string; readonly visitor: Visitor | null }
  | { readonly by: "message"; readonly visitor: Visitor };

/** Why nobody can be led in from there. */
export type LeadRefusal =
  | "unreachable"
  | "not-fediverse"
  | "account-unknown"
  | "account-needed"
  | "apps-refused"
  | "domain-blocked"
  | "own-address";

/** Why somebody who comes back is not let in. */
export type ReturnRefusal =
  | "unreachable"
  | "declined"
  | "not-confirmed"
  | "server-refused"
  | "foreign-actor"
  | "actor-unknown"
  | "domain-blocked";

/** So many other codes may come before one is worth nothing. */
export const mostTries = 5;

const minute = 60_000;
const day = 1_440 * minute;
/** Between the form and the way back. */
export const signInSpan = 15 * minute;
/** Without being used; and in all. */
export const idleSpan = day;
export const wholeSpan = 7 * day;
/** After that, a server is asked anew to know us. */
export const clientSpan = 90 * day;
