import { hearTiding } from "../../src/catalogue/hearing.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { originOf } from "../guard/origins.ts";
import { indexable } from "../vocabulary/shapes.ts";
import { type Effect, type Heard, noEffect, type Receiver } from "./activity.ts";
import { noteBoost } from "./boosts.ts";
import { announce as boost } from "./react.ts";
import { readReference } from "./reference.ts";

/** Someone passes on what one of ours said; or another instance tells where there is something to look at. */
export const announce: Receiver = (reach, heard) => {
  const object = readReference(heard.object)?.id ?? null;
  if (object === null || object.startsWith(`${reach.origin}/`)) return boost(reach, heard);
  const looked = look(heard, object);
  return async (tx) => {
    await looked(tx);
    await noteBoost(tx, heard.actor, object);
  };
};

/** Another instance lists a host from now on. */
export const add: Receiver = listing;

/** Another instance lists a host no longer: whether it is still there, only its own origin can say. */
export const remove: Receiver = listing;

function listing(reach: Parameters<Receiver>[0], heard: Heard): Effect {
  const object = readReference(heard.object)?.id ?? null;
  const target = readReference(heard.target)?.id ?? null;
  if (object === null || object.startsWith(`${reach.origin}/`)) return noEffect;
  return target === null || originOf(target) !== originOf(heard.actor) ? noEffect : look(heard, object);
}

// Nothing that came along is believed: only the address counts, and what its own origin shows there.
function look({ actor, published }: Heard, address: string): (tx: Transaction) => Promise<void> {
  if (originOf(address) === null || !indexable(address)) return async () => {};
  const changed = published === null ? null : new Date(published);
  return (tx) => hearTiding(tx, { from: actor, address, changed }, new Date());
}
