import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Transaction } from "../foundation/database.ts";
import { Conflict, NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import type { Outcome } from "../foundation/outcome.ts";
import type { Handle } from "../hosts/handles.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Person } from "../web/desk-places.ts";
import type { Entries } from "./desk-form.ts";
import { deskOffer } from "./desk-parts.tsx";
import type { PostToShow } from "./desk-post-parts.tsx";
import { findWorkingOffer, type WorkingOffer } from "./drafts.ts";
import type { Offer, OfferRefusal } from "./offer.ts";
import type { JointShown } from "./pages.tsx";

/** What the desk of offers needs of other rooms. */
export interface OffersDeskDeps extends DeskDeps {
  /** Whether there is room in each offer, in brief. */
  roomIn(language: Language): Promise<(offer: Offer) => Child>;
  /** The sheet of an offer's page that says whether there is room; `write` is how to write to the host, or null. */
  stateSheet(offer: Offer, language: Language, write: string | null): Promise<Child>;
  /** What its page says of those who give it together; null of one of ours alone. */
  joint(offer: Offer, language: Language): Promise<JointShown | null>;
  /** Where the desk has what several hosts sign for it; null for one of ours alone. */
  jointPath(offer: string): Promise<string | null>;
  /** How it has opened and closed within a year. */
  history(offer: Offer, language: Language): Promise<Child>;
  /** What its account would say of an offer as it is here. */
  findPost(offer: Offer, kind: "announcement" | "state"): Promise<PostToShow | null>;
  /** How many accounts follow one of our actors. */
  countFollowers(actor: string): Promise<number>;
  actorId(actor: Pick<Handle, "id" | "kind">): string;
}

export type DeskContext = Context<DeskEnv>;

/** The offer that a path names, as somebody works on it. */
export async function needWorking(deps: DeskDeps, c: DeskContext): Promise<WorkingOffer> {
  const slug = c.req.param("slug") ?? "";
  const working = await findWorkingOffer(deps.db, slug);
  if (working === null) throw new NotFound(`there is no offer ${slug}`);
  return working;
}

/** What a form holds; files are not asked for here. */
export async function readEntries(c: DeskContext): Promise<Entries> {
  const form = Object.entries(await c.req.parseBody({ all: true }));
  return Object.fromEntries(
    form.map(([name, value]) => [name, [value].flat().filter((one): one is string => typeof one === "string")]),
  );
}

/** How the history and the journal call somebody. */
const nameOf = ({ name, email }: Person): string => (name === "" ? email : name);

/** Does something in one transaction, as the person who asks for it. */
export function act<Value>(
  deps: DeskDeps,
  c: DeskContext,
  work: (tx: Transaction, by: { readonly now: Date; readonly who: string; readonly person: Person }) => Promise<Value>,
): Promise<Value> {
  const person = c.get("person");
  const by = { now: deps.now(), who: nameOf(person), person };
  return deps.db.transaction().execute((tx) => work(tx, by));
}

/** A deed that the state of an offer does not allow was not on its page: someone else was quicker. */
export function orConflict<Value>(outcome: Outcome<Value, OfferRefusal>): Value {
  if (outcome.done) return outcome.value;
  throw new Conflict(`this offer does not allow it any more: ${outcome.reason}`);
}

/** Where a deed leads; to the offer as it is now where someone else was quicker. */
export async function orLate(slug: string, path: Promise<string>): Promise<string> {
  try {
    return await path;
  } catch (error) {
    if (error instanceof Conflict) return `${deskOffer(slug)}?done=late`;
    throw error;
  }
}

/** Does again what came in the way of another: two offers of one title at the same moment. */
export async function orAgain<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Conflict) return await work();
    throw error;
  }
}
