import { refusalToHear } from "../../src/catalogue/gossip.ts";
import { second } from "./clock.ts";
import type { Ground, Tiding } from "./ground.ts";
import { depart, know, type Member, tellingOf } from "./member.ts";
import { tell } from "./tidings.ts";
import { hearName, hold, see } from "./visits.ts";

/** A proposal and its data sheet. */
const requestsOfLook = 2;

/** A member hears from another that there is something to look at, and goes to see for itself unless it holds it. */
export function hear(ground: Ground, me: Member, tiding: Tiding, by: number): void {
  me.tally.received += 1;
  const telling = tellingOf(me, ground.clock.now(), by);
  telling.news += 1;
  if (refusalToHear({ followed: me.approved.has(by), news: telling.news }) !== null) return;
  const teller = me.entries.get(by);
  if (teller && teller.failures > 0) see(ground, me, by, teller); // it is back
  const entry = me.entries.get(tiding.id);
  if (entry === undefined) {
    hearName(ground, me, tiding.id, by);
    return;
  }
  if (!entry.known || entry.asking || entry.changed >= tiding.changed) return;
  entry.asking = true;
  ground.clock.after(second, () => {
    entry.asking = false;
    look(ground, me, tiding, by);
  });
}

function look(ground: Ground, me: Member, { id, changed }: Tiding, by: number): void {
  const [entry, other] = [me.entries.get(id), ground.truthOf(id)];
  if (!entry || !me.truth.up || entry.changed >= changed) return;
  if (other === null || !ground.reaches(me.truth, other)) {
    me.tally.requests += 1;
    return;
  }
  // It speaks of its directory.
  if (id === by && other.changed < changed) {
    see(ground, me, id, entry);
    return;
  }
  me.tally.requests += requestsOfLook;
  if (other.left) {
    depart(me, ground, id);
    tell(ground, me, { id, changed });
    return;
  }
  know(me, ground, id, entry);
  if (entry.digest === other.digest) return;
  hold(entry, other);
  tell(ground, me, { id, changed: other.changed });
}
