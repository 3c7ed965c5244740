import type { Task } from "graphile-worker";
import { z } from "zod";
import { readShownPaper } from "../../src/joint/shown.ts";
import type { ShownPaper, Signer } from "../../src/together/paper.ts";
import { type Found, keepPaper } from "../../src/together/papers.ts";
import { findAsking, listHostsOf } from "../../src/together/queries.ts";
import { type Asking, commonAddress, type NamedPaper } from "../../src/together/together.ts";
import { findDocument } from "../documents.ts";
import { originOf, sameOrigin } from "../guard/origins.ts";
import type { Reach } from "../reach.ts";
import { centsIn, centsWithin } from "../vocabulary/datasheet.ts";
import { readStamp } from "../vocabulary/stamp.ts";
import { type Shown, VisitFailed } from "./asking.ts";
import type { Walk } from "./walk.ts";

/** The job `check-asking-paper`: what all have signed, as the lead shows it, and each signature, as its own address does. */
export const checkPaperTask =
  (walk: Walk, reach: Reach): Task =>
  async (payload) => {
    const { asking: id } = z.object({ asking: z.uuid() }).parse(payload);
    const asking = await findAsking(walk.db, id);
    const named = asking?.result?.paper ?? null;
    if (asking === null || named === null || asking.state !== "led") return;
    const found = await look({ walk, reach }, asking, named);
    await walk.db.transaction().execute((tx) => keepPaper(tx, { asking: id, named, found }, walk.now()));
  };

interface Looking {
  readonly walk: Walk;
  readonly reach: Reach;
}

async function look(looking: Looking, asking: Asking, named: NamedPaper): Promise<Found> {
  const lead = (await listHostsOf(looking.walk.db, asking.id)).find(({ id }) => id === asking.lead)?.host ?? null;
  if (lead === null || !sameOrigin(named.proposal, lead) || !sameOrigin(named.sheet, lead)) return { what: "wrong" };
  const shown = await ask(looking, named.sheet);
  if (shown.kind === "gone") return { what: "gone" };
  // Our signature may not have been checked there for the moment: 410 is what says that it is given up.
  if (shown.kind !== "found") return { what: "silent" };
  const read = readSigned(shown.json, named);
  if (read === null || !isFor(read, asking, looking.walk.origin) || read.paper.lead.actor !== lead)
    return { what: "wrong" };
  const { paper, partners } = read;
  const signers = await Promise.all(partners.map((one) => lookAtStamp(looking, named, paper, one)));
  return { what: "shown", paper, signers, suspended: read.state !== "published" };
}

/** A quote is about this very asking; an offer is for everybody. */
const isFor = ({ paper, about }: SignedSheet, { id, result }: Asking, origin: string): boolean =>
  paper.kind === result?.kind && (paper.kind === "offer" || about === commonAddress(origin, id));

type Partner = Omit<Signer, "seen" | "problem">;

interface SignedSheet {
  readonly paper: ShownPaper;
  readonly state: string;
  readonly about: string | null;
  readonly partners: readonly Partner[];
}

/** What the lead shows; null where its version is not that of what it says, or where one who has a part in it has signed nothing. */
function readSigned(json: unknown, { proposal }: NamedPaper): SignedSheet | null {
  const sheet = Sheet.safeParse(json).data;
  if (sheet === undefined) return null;
  const offer = sheet.offer == null ? null : centsIn(sheet.offer);
  const cents = { ...sheet, terms: centsWithin(sheet.terms), offer };
  const read = readShownPaper(cents, { origin: originOf(proposal) ?? "", proposal });
  if (read === null || read.inForce !== read.version || read.kind === "answer") return null;
  const { kind, title, language, page, version, terms, lead, state, about } = read;
  const stamps = new Map(sheet.partners.map(({ actor, stamp }) => [actor, stamp]));
  const partners = read.partners.flatMap(({ actor, name, page: at }) => {
    const stamp = stamps.get(actor);
    return stamp !== undefined && sameOrigin(stamp, actor) ? [{ actor, name, page: at, stamp }] : [];
  });
  const signed = new Set([lead.actor, ...partners.map(({ actor }) => actor)]);
  if (partners.length === 0 || terms.parts.some(({ actor }) => !signed.has(actor))) return null;
  return { paper: { kind, title, language, page, version, terms, lead }, state, about, partners };
}

const Sheet = z
  .object({
    ...{ terms: z.unknown(), offer: z.unknown().optional() },
    partners: z.array(z.looseObject({ actor: z.string(), stamp: z.string() })).max(12),
  })
  .loose();

async function lookAtStamp(
  looking: Looking,
  { proposal }: NamedPaper,
  { version }: ShownPaper,
  partner: Partner,
): Promise<Signer> {
  const shown = await ask(looking, partner.stamp);
  if (shown.kind === "silent") return { ...partner, seen: null, problem: "silent" };
  if (shown.kind !== "found") return { ...partner, seen: null, problem: "gone" };
  const stamp = readStamp(shown.json);
  const isSound = stamp?.id === partner.stamp && stamp.subject === partner.actor && stamp.object === proposal;
  if (!isSound || stamp.version !== version) return { ...partner, seen: null, problem: "wrong" };
  return { ...partner, seen: looking.walk.now(), problem: null };
}

/** What stands at an address, without a detour over the network where it is ours. */
async function ask({ walk, reach }: Looking, address: string): Promise<Shown | { readonly kind: "silent" }> {
  if (originOf(address) === walk.origin) return own(walk, reach, address);
  try {
    return await walk.asker.patient.ask(address);
  } catch (error) {
    if (!(error instanceof VisitFailed)) throw error;
    return { kind: "silent" };
  }
}

async function own({ db, origin }: Walk, reach: Reach, address: string): Promise<Shown> {
  const served = await findDocument(db, reach, new URL(address).pathname, async () => origin);
  if (served === null) return { kind: "absent" };
  const json: unknown = JSON.parse(served.body);
  return served.status === 200 ? { kind: "found", json } : { kind: "gone", json };
}
