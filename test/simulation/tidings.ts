import { second } from "./clock.ts";
import type { Ground, Tiding } from "./ground.ts";
import type { Member } from "./member.ts";

/** A member tells those that follow it where there is something to look at, and no more than that. */
export function tell(ground: Ground, me: Member, tiding: Tiding): void {
  for (const peer of me.approved) {
    me.tally.sent += 1;
    ground.tell(me.truth, peer, tiding);
  }
}

/** So many hosts newly listed are told singly within ten seconds; more wait a little, and are told as one: look at my directory. */
const most = 10;
const pause = 5 * second;

export function tellListed(ground: Ground, me: Member, tiding: Tiding): void {
  me.fresh.push(tiding);
  if (me.fresh.length > 1) return;
  const now = ground.clock.now();
  me.told = me.told.filter((time) => now - time < 2 * pause);
  ground.clock.after(me.told.length < most ? 0 : pause, () => flush(ground, me));
}

function flush(ground: Ground, me: Member): void {
  const fresh = me.fresh.splice(0);
  const now = ground.clock.now();
  me.told.push(...fresh.map(() => now));
  if (fresh.length > most) tell(ground, me, { id: me.truth.id, changed: now });
  else for (const tiding of fresh) tell(ground, me, tiding);
}
