import { type Actor, writeActor } from "./actor.ts";

/** The account that takes what people write, as a Service; of a host, on the instance where it lives. */
export function writeIntake(intake: Actor, { host, instance }: { readonly host: string; readonly instance: string }) {
  return writeActor("Service", intake, [], { attributedTo: host, generator: instance });
}
