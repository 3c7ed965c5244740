import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { enterPledges } from "./announcing.ts";
import type { Papers } from "./ledger.ts";
import { type Held, holdOpen } from "./openness.ts";
import { decide, type Entry, type PledgeRefusal, type Promised } from "./pledges.ts";
import { settleIfAlone } from "./settling.ts";
import { promisedOf } from "./tallies.ts";

/** A promise that nobody has made yet, and of which party. */
export interface Fresh {
  /** The id of the party. */
  readonly by: string;
  readonly promised: Promised;
  readonly papers?: Papers;
}

type Said = Outcome<Entry, PledgeRefusal>;

/**
 * New promises towards one request that come at once: decided in their order, each as if it had come alone, and added
 * together. However many they are, it takes the same few statements.
 */
export async function makePledges(
  tx: Transaction,
  { request, now }: { readonly request: string; readonly now: Date },
  all: readonly Fresh[],
): Promise<readonly Said[]> {
  const held = await holdOpen(tx, request, now);
  let room = held.cap === null ? Number.POSITIVE_INFINITY : held.cap - (await promisedOf(tx, request));
  const said = all.map((one) => {
    const decided = decideOn(one, held, { room, now });
    if (decided.done) room -= decided.value.promised?.amount ?? 0;
    return decided;
  });
  const entering = said.flatMap((one, at) => (one.done ? [{ entry: one.value, papers: all[at]?.papers ?? {} }] : []));
  await enterPledges(tx, entering, held.currency);
  // A crowd is settled by the job that follows its events.
  if (all.length === 1 && entering.length === 1)
    await settleIfAlone(tx, { id: request, state: held.state }, "make", now);
  return said;
}

function decideOn(
  { by, promised }: Fresh,
  held: Held,
  { room, now }: { readonly room: number; readonly now: Date },
): Said {
  const decision = decide(null, { deed: "promise", version: 1, promised }, by, held, now);
  if (!decision.done) return decision;
  const { append } = decision.value;
  if (append === null) throw new Error("a new promise adds nothing");
  const entry: Entry = { ...append, pledge: randomUUID(), request: held.request, party: by, said: now, number: 1 };
  return promised.amount !== null && promised.amount > room ? refused("cap-reached") : done(entry);
}
