import { changeOffer } from "./ground.ts";
import type { Member } from "./member.ts";
import type { Swarm } from "./swarm.ts";
import { tell } from "./tidings.ts";
import { catchUp } from "./visits.ts";

/** An offer of an honest instance changes, and it says so; false where there is nothing to change. */
export function change(swarm: Swarm, me: Member): boolean {
  const offers = [...me.truth.digest.keys()];
  if (offers.length === 0 || !me.truth.up || me.truth.left) return false;
  changeOffer(me.truth, swarm.chance.pick(offers), swarm.clock.now());
  tell(swarm, me, { id: me.truth.id, changed: me.truth.changed });
  return true;
}

/** It says to all that it is gone, and answers so from now on. */
export function leave(swarm: Swarm, me: Member): void {
  me.truth.left = true;
  tell(swarm, me, { id: me.truth.id, changed: swarm.clock.now() });
}

/** It answers nobody for so long, and then does what it missed. */
export function pause(swarm: Swarm, me: Member, long: number): void {
  if (!me.truth.up) return;
  me.truth.up = false;
  swarm.clock.after(long, () => {
    me.truth.up = true;
    catchUp(swarm, me);
  });
}
