import { z } from "zod";
import { Unreachable } from "../../src/foundation/errors.ts";
import { type Outbound, RefusedAddress } from "../../src/foundation/outbound.ts";
import { done, type Outcome, refused } from "../../src/foundation/outcome.ts";
import type { FindRefusal, Instance, OtherSoftware } from "../../src/peers/peer.ts";
import { originOf, sameOrigin } from "../guard/origins.ts";
import { readInstance as readCapable } from "../vocabulary/instance.ts";
import { readBody } from "./answers.ts";
import type { RemoteActors } from "./remote-actors.ts";

/** What the look-up of another instance needs. */
export interface Finding {
  readonly outbound: Outbound;
  readonly remoteActors: Pick<RemoteActors, "see" | "document">;
  /** Our own. */
  readonly origin: string;
}

/**
 * The instance at an address that somebody typed: the actor that its NodeInfo names (FEP-2677), else the one that
 * WebFinger gives for the site itself (FEP-d556), else the address itself. It must be an Application of that very origin.
 */
export async function findInstance(finding: Finding, typed: string): Promise<Outcome<Instance, FindRefusal>> {
  const addresses = readAddresses(typed);
  const [first] = addresses;
  if (first === undefined) return refused("address-malformed");
  if (addresses.some(({ origin }) => origin === finding.origin)) return refused("own-address");
  if (finding.outbound.refuses(first)) return refused("domain-blocked");
  for (const address of addresses) {
    const found = await look(finding, address);
    if (found !== "away") return outcomeOf(found);
  }
  // It may have been blocked while it was asked.
  return refused(finding.outbound.refuses(first) ? "domain-blocked" : "unreachable");
}

function outcomeOf(found: Instance | OtherSoftware | null): Outcome<Instance, FindRefusal> {
  return found !== null && "actor" in found ? done(found) : refused(found ?? "no-instance");
}

/** Where it may be: as typed, or by https, else by http, which only goes where the operator allows it. */
function readAddresses(typed: string): readonly URL[] {
  const text = typed.trim();
  const urls = /^[a-z]+:\/\//i.test(text) ? [text] : [`https://${text}`, `http://${text}`];
  if (text === "" || /\s/.test(text) || urls.some((url) => originOf(url) === null)) return [];
  return urls.map((url) => new URL(url));
}

async function look(finding: Finding, address: URL): Promise<Instance | OtherSoftware | null | "away"> {
  try {
    const instance = await findNamed(finding, address);
    if (instance !== null && (await isCapable(finding, instance))) return instance;
    return (await findSoftware(finding.outbound, address)) ?? instance;
  } catch (error) {
    if (error instanceof Unreachable || error instanceof RefusedAddress) return "away";
    throw error;
  }
}

async function findNamed(finding: Finding, address: URL): Promise<Instance | null> {
  for (const find of [byNodeInfo, byWebFinger, asGiven]) {
    const actor = await find(finding.outbound, address);
    const instance = actor === null ? null : await readInstance(finding, address, actor);
    if (instance !== null) return instance;
  }
  return null;
}

async function readInstance({ remoteActors }: Finding, { origin }: URL, id: string): Promise<Instance | null> {
  if (!sameOrigin(id, origin)) return null;
  const actor = await remoteActors.see(id);
  return actor?.type === "Application" ? { actor: actor.id, origin, name: actor.name ?? "" } : null;
}

/** Whether it says that it can do what we do; one that says nothing of itself is given the benefit of the doubt. */
async function isCapable({ remoteActors }: Finding, { actor }: Instance): Promise<boolean> {
  return readCapable(await remoteActors.document(actor)) !== null;
}

/** What a site runs on that is not ours, as its NodeInfo says; null where it does not, or where it is ours. */
async function findSoftware(outbound: Outbound, { origin }: URL): Promise<OtherSoftware | null> {
  const links = await linksAt(outbound, `${origin}/.well-known/nodeinfo`);
  const href = links.find(({ rel }) => rel.startsWith(nodeInfoSchema))?.href;
  if (href === undefined || !sameOrigin(href, origin)) return null;
  const answer = await outbound.request(href, { headers: { accept: "application/json" } });
  const read = answer.status === 200 ? NodeInfo.safeParse(readBody(answer)) : null;
  const name = read?.data?.software.name ?? null;
  return name === null || name === "essaim" ? null : { software: name };
}

const nodeInfoSchema = "http://nodeinfo.diaspora.software/ns/schema/";
const NodeInfo = z.object({
  software: z.object({
    name: z
      .string()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9._ -]{0,39}$/),
  }),
});

const activityStreams = "https://www.w3.org/ns/activitystreams";

async function byNodeInfo(outbound: Outbound, { origin }: URL): Promise<string | null> {
  const links = await linksAt(outbound, `${origin}/.well-known/nodeinfo`);
  return links.find(({ rel }) => rel === `${activityStreams}#Application`)?.href ?? null;
}

async function byWebFinger(outbound: Outbound, { origin }: URL): Promise<string | null> {
  const links = await linksAt(outbound, `${origin}/.well-known/webfinger?resource=${encodeURIComponent(`${origin}/`)}`);
  const service = links.find(({ rel }) => rel === `${activityStreams}#Service`);
  const self = links.find(({ rel, type = "" }) => rel === "self" && /activity\+json|ld\+json/.test(type));
  return (service ?? self)?.href ?? null;
}

async function asGiven(_outbound: Outbound, { href, pathname }: URL): Promise<string | null> {
  return pathname === "/" ? null : href;
}

const Links = z.object({
  links: z
    .array(z.object({ rel: z.string(), type: z.string().optional(), href: z.string().max(2_048).optional() }))
    .max(100),
});

/** The links of a document that says what a site is; none when there is no such document. */
async function linksAt(outbound: Outbound, url: string): Promise<z.infer<typeof Links>["links"]> {
  const answer = await outbound.request(url, { headers: { accept: "application/jrd+json, application/json" } });
  const read = answer.status === 200 ? Links.safeParse(readBody(answer)) : null;
  return read?.data?.links ?? [];
}
