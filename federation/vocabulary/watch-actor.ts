import { type Actor, writeActor } from "./actor.ts";

/** A search that somebody keeps, as a Service that can be followed; `instance` is where it lives. */
export function writeWatch(watch: Actor, instance: string) {
  return writeActor("Service", watch, [], { generator: instance });
}
