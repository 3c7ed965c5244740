import { z } from "zod";
import { type Actor, readActor, writeActor } from "./actor.ts";
import { namespace } from "./contexts.ts";
import { listOf } from "./shapes.ts";

/** The site itself as an Application: it signs requests, and other instances follow it. */
export interface InstanceActor extends Actor {
  /** Its collections: the directory, then its peers. */
  readonly streams: readonly string[];
}

/** What a site like ours says it can do (FEP-844e). */
const capability = `${namespace}network-v1`;

export function writeInstance(instance: InstanceActor) {
  return writeActor("Application", instance, [], { streams: instance.streams, generator });
}

const generator = {
  type: "Application",
  name: "essaim",
  implements: [{ type: "Link", href: capability, name: "Essaim v1" }],
};

const Document = z.object({
  type: z.literal("Application"),
  streams: listOf(z.url()),
  generator: z.object({
    implements: listOf(z.object({ href: z.url() })).refine((links) => links.some(({ href }) => href === capability)),
  }),
});

/** An instance of our kind from its document; null when it does not say that it is one. */
export function readInstance(document: unknown): InstanceActor | null {
  const read = Document.safeParse(document);
  const known = read.success ? readActor(document) : null;
  return read.success && known ? { ...known.actor, streams: read.data.streams } : null;
}
