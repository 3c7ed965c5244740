import type { Walk } from "./walk.ts";

/** A visit has taken as long as it may for now. */
export class TimeIsUp extends Error {
  override readonly name = "TimeIsUp";
}

/** The same walk, that asks nothing more once so many milliseconds have gone by. */
export function within(walk: Walk, most: number): Walk {
  const { asker, now } = walk;
  const ends = now().getTime() + most;
  const ask = (url: string) => {
    if (now().getTime() >= ends) throw new TimeIsUp();
    return asker.patient.ask(url);
  };
  return { ...walk, asker: { ...asker, patient: { ask } } };
}
