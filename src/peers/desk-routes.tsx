import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import type { Outcome } from "../foundation/outcome.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { approvePeer, askPeer, leavePeer, rejectPeer } from "./changes.ts";
import { type BlocksDeskDeps, blockRoutes } from "./desk-block-routes.tsx";
import { EndPage } from "./desk-end-page.tsx";
import { listRoutes } from "./desk-list-routes.tsx";
import { PeersPage } from "./desk-peers-page.tsx";
import { type PeerNote, path } from "./desk-pending-parts.tsx";
import type { FindRefusal, Instance, Peer, PeerRefusal } from "./peer.ts";
import { findPeer, listPeers } from "./queries.ts";
import { refusalWords } from "./words.ts";

export interface PeersDeskDeps extends BlocksDeskDeps {
  /** The instance at an address that somebody typed. Waits for the network. */
  findInstance(typed: string): Promise<Outcome<Instance, FindRefusal>>;
  /** What else is known of instances, by origin. */
  notesOn(reader: Reader, peers: readonly Peer[], language: Language): Promise<ReadonlyMap<string, PeerNote>>;
}

const one = `${path}/:id{[0-9a-f-]{36}}`;
const AskForm = z.object({ url: z.string().trim().max(2_000).catch("") });

/** `/admin/followers/peers` and `/admin/followers/blocks`: the other instances, and those with whom we have nothing to do. */
export function peersRoutes(deps: PeersDeskDeps): Hono<DeskEnv> {
  const administrators = needsRole("administrator");
  const did = (c: Context, what: string) => c.redirect(`${path}?done=${what}`, 303);
  return new Hono<DeskEnv>()
    .route("/", blockRoutes(deps))
    .route("/", listRoutes(deps))
    .get(path, (c) => show(deps, c, { done: c.req.query("done") }))
    .post(path, administrators, (c) => ask(deps, c))
    .post(`${one}/approval`, administrators, (c) => decide(deps, c, { by: approvePeer, deed: "approved" }))
    .post(`${one}/refusal`, administrators, (c) => decide(deps, c, { by: rejectPeer, deed: "rejected" }))
    .get(`${one}/end`, administrators, async (c) => {
      return showDeskPage(c, <EndPage frame={await deps.frameOf(c)} peer={await needPeer(deps, c)} />);
    })
    .post(`${one}/end`, administrators, async (c) => {
      const { id, name } = await needPeer(deps, c);
      await deps.db.transaction().execute(async (tx) => {
        await leavePeer(tx, id, deps.now());
        await enter(tx, c.get("person"), { deed: "peer-left", subject: name, now: deps.now() });
      });
      return did(c, "left");
    });
}

interface Shown {
  readonly typed?: string;
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

async function show(
  deps: PeersDeskDeps,
  c: Context<DeskEnv>,
  shown: Shown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path };
  const peers = await listPeers(deps.db);
  const notes = await deps.notesOn(deps.db, peers, frame.language);
  return showDeskPage(c, <PeersPage {...{ frame, peers, notes, ...shown }} />, status);
}

/** The other one is looked for before anything is written. */
async function ask(deps: PeersDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { url } = AskForm.parse(await c.req.parseBody());
  const found = await deps.findInstance(url);
  const asked = found.done ? await askFound(deps, c, found.value) : found;
  if (asked.done) return c.redirect(`${path}?done=asked`, 303);
  return refuse(deps, c, url, asked.reason);
}

function askFound(deps: DeskDeps, c: Context<DeskEnv>, instance: Instance): Promise<Outcome<Peer, PeerRefusal>> {
  return deps.db.transaction().execute(async (tx) => {
    const asked = await askPeer(tx, instance, deps.now());
    if (asked.done) {
      await enter(tx, c.get("person"), { deed: "peer-asked", subject: asked.value.name, now: deps.now() });
    }
    return asked;
  });
}

async function refuse(deps: PeersDeskDeps, c: Context<DeskEnv>, typed: string, reason: PeerRefusal | FindRefusal) {
  const { language } = await deps.frameOf(c);
  return show(deps, c, { typed, wrong: { url: refusalWords(reason, language) } }, 422);
}

interface Decision {
  readonly by: (tx: Transaction, id: string, now: Date) => Promise<Outcome<Peer, PeerRefusal>>;
  readonly deed: "approved" | "rejected";
}

async function decide(deps: PeersDeskDeps, c: Context<DeskEnv>, { by, deed }: Decision): Promise<Response> {
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const decided = await by(tx, c.req.param("id") ?? "", deps.now());
    if (decided.done) {
      const subject = decided.value.name;
      await enter(tx, c.get("person"), { deed: `peer-${deed}`, subject, now: deps.now() });
    }
    return decided;
  });
  if (outcome.done) return c.redirect(`${path}?done=${deed}`, 303);
  return refuse(deps, c, "", outcome.reason);
}

async function needPeer({ db }: DeskDeps, c: Context): Promise<Peer> {
  const peer = await findPeer(db, c.req.param("id") ?? "");
  if (peer === null) throw new NotFound("there is no such peer");
  return peer;
}
