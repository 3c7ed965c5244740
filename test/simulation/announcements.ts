import { refusalToHear } from "../../src/catalogue/gossip.ts";
import { second } from "./clock.ts";
import type { Ground } from "./ground.ts";
import { announce, know, looksOf, type Member } from "./member.ts";
import { depart, hearName, readOffers, visit } from "./visits.ts";

/** A member hears from somebody that something of an origin is new, and goes to see for itself. */
export function hear(ground: Ground, me: Member, id: number, by: number): void {
  me.tally.received += 1;
  const looks = looksOf(me, ground.clock.now(), by);
  const hearing = { blocked: false, approved: me.approved.has(by), own: by === id, looks: looks.count };
  if (refusalToHear(hearing) !== null) return;
  looks.count += 1;
  const entry = me.entries.get(id);
  if (entry === undefined) {
    hearName(ground, me, id, by, true);
    return;
  }
  if (entry.asking) return;
  entry.asking = true;
  ground.clock.after(second, () => {
    entry.asking = false;
    look(ground, me, id, by);
  });
}

function look(ground: Ground, me: Member, id: number, by: number): void {
  const [entry, other] = [me.entries.get(id), ground.truthOf(id)];
  if (entry === undefined || !me.truth.up) return;
  if (!entry.known) return visit(ground, me, id, false);
  me.tally.requests += 1;
  if (other === null || !ground.reaches(me.truth, other)) return;
  if (other.left) {
    depart(ground, me, id);
    return announce(ground, me, id, by);
  }
  entry.seen = ground.clock.now();
  entry.failures = 0;
  know(me, ground, id, entry);
  if (readOffers(me, other, entry)) announce(ground, me, id, by);
}
