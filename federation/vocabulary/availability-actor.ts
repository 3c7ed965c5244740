import { z } from "zod";
import { type Actor, addressIn, readActor, writeActor } from "./actor.ts";
import { listOf } from "./shapes.ts";

/** A host's availability as a Service that can be followed: who can still get in, offer by offer. */
export interface AvailabilityActor extends Actor {
  /** The address of the host. */
  readonly host: string;
  /** The instance it lives on. */
  readonly instance: string;
  /** The host's offers. */
  readonly streams: readonly string[];
}

export function writeAvailability(availability: AvailabilityActor) {
  const { host, instance, streams } = availability;
  return writeActor("Service", availability, [], { attributedTo: host, generator: instance, streams });
}

const Document = z.object({ type: z.literal("Service"), streams: listOf(z.url()).pipe(z.array(z.url()).min(1)) });

/** An availability actor from its document; null when this is none. */
export function readAvailability(document: unknown): AvailabilityActor | null {
  const read = Document.safeParse(document);
  const known = read.success ? readActor(document) : null;
  if (!read.success || !known) return null;
  const [host, instance] = [addressIn(document, "attributedTo"), addressIn(document, "generator")];
  return host === null || instance === null ? null : { ...known.actor, host, instance, streams: read.data.streams };
}
