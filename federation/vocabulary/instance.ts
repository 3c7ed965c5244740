import { z } from "zod";
import { type Actor, type ActorLink, readActor, writeActor } from "./actor.ts";
import { namespace } from "./contexts.ts";
import { listOf } from "./shapes.ts";

/** The site itself as an Application: it signs requests, and other instances follow it. */
export interface InstanceActor extends Actor {
  /** Its collections: the directory, then its peers, then its funding requests. */
  readonly streams: readonly string[];
  /** Where it lists the versions of all that it publishes; null for one that does not. */
  readonly digest: string | null;
  /** Where its data sheets can be had, many at a time. */
  readonly sheets: string | null;
}

/** What a site like ours says it can do (FEP-844e). */
const capability = `${namespace}network-v1`;

export function writeInstance(instance: InstanceActor) {
  const links = [
    ...linkTo("digest", instance.digest, "Versions of what is published here"),
    ...linkTo("sheets", instance.sheets, "Data sheets of what is published here"),
  ];
  return writeActor("Application", instance, links, { streams: instance.streams, generator });
}

const relOf = (what: "digest" | "sheets"): string => namespace + what;

function linkTo(what: "digest" | "sheets", href: string | null, name: string): readonly ActorLink[] {
  return href === null ? [] : [{ rel: [relOf(what)], mediaType: "application/json", href, name }];
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
  if (!read.success || !known) return null;
  const { streams } = read.data;
  return { ...known.actor, streams, digest: known.hrefOf(relOf("digest")), sheets: known.hrefOf(relOf("sheets")) };
}
