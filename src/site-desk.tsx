import { type Context, Hono } from "hono";
import { hostAsSeen } from "../federation/actors/host.ts";
import { findLocal } from "../federation/actors/local.ts";
import { countFollowers } from "../federation/notes.ts";
import { closingNews } from "../federation/send/closing.ts";
import { textOf } from "../federation/vocabulary/html.ts";
import { tokenDesk } from "./accounts/desk-token-routes.tsx";
import { findAccountByEmail } from "./accounts/queries.ts";
import { deskDoor, letIn, type SignInDeps, signInRoutes } from "./accounts/sign-in-routes.tsx";
import { closingRoutes } from "./availability/closing-routes.tsx";
import { exportDesk } from "./exchange/desk-export-routes.tsx";
import { importDesk } from "./exchange/desk-import-routes.tsx";
import { beginImport } from "./exchange/import-changes.ts";
import type { Transaction } from "./foundation/database.ts";
import { NotFound } from "./foundation/errors.ts";
import type { Secret } from "./foundation/secret.ts";
import { hostDesk } from "./hosts/desk-routes.tsx";
import type { FirstOffers } from "./hosts/first-run-offer-parts.tsx";
import { firstRunRoutes } from "./hosts/first-run-routes.tsx";
import type { Closing, HostProfile } from "./hosts/host.ts";
import { type PageDeps, readFrame } from "./hosts/parts.tsx";
import { closeEnvelope } from "./site-envelope.ts";
import { todayRoutes } from "./today/routes.tsx";
import type { DeskDeps, DeskEnv, DeskFrame } from "./web/desk.tsx";

/** What the desk needs of the rest of the site. */
export interface DeskParts extends PageDeps {
  readonly secret: Secret;
}

/** `/admin/…`: the door, and the rooms of the desk behind it. */
export function deskRoutes(parts: DeskParts): Hono<DeskEnv> {
  const entrance = entranceOf(parts);
  const deps: DeskDeps = { ...parts, frameOf: (c) => deskFrame(parts, c) };
  const desk = new Hono<DeskEnv>();
  desk.route("/", signInRoutes(entrance));
  desk.use("/admin", deskDoor(entrance));
  desk.use("/admin/*", deskDoor(entrance));
  for (const room of [todayRoutes, importDesk, tokenDesk]) desk.route("/", room(deps));
  const followersOf = (actor: string) => countFollowers(parts.db, actor);
  desk.route("/", hostDesk({ ...deps, followersOf, seenElsewhere: (profile) => seenElsewhere(parts, profile) }));
  const closingNote = (closing: Closing) => closingAsSeen(parts, closing);
  desk.route("/", closingRoutes({ ...deps, followersOf, closingNote }));
  desk.route("/", firstRunRoutes({ ...deps, firstOffers }));
  const sealKeys = (tx: Transaction, passphrase: string) => closeEnvelope(tx, parts.secret, passphrase);
  desk.route("/", exportDesk({ ...deps, version: parts.version, sealKeys }));
  return desk;
}

/** How a first offer comes to be, for the guided set-up. */
const firstOffers: FirstOffers = {
  models: () => [],
  async fromModel() {},
  async fromElsewhere(tx, given, { by, now }) {
    const id = await beginImport(tx, { given, host: null, account: by.id, now });
    return `/admin/exchange/imports/${id}`;
  },
};

async function seenElsewhere(parts: DeskParts, profile: HostProfile) {
  const local = await findLocal(parts.db, parts, parts.now());
  if (local === null) throw new NotFound("nobody hosts here yet");
  return hostAsSeen({ ...local, host: { ...local.host, profile } });
}

async function closingAsSeen(parts: DeskParts, closing: Closing): Promise<string> {
  const local = await findLocal(parts.db, parts, parts.now());
  if (local === null) throw new NotFound("nobody hosts here yet");
  return textOf(closingNews(local, closing).content);
}

/** Signs in whoever has just made this site theirs. */
export async function letInFirst(parts: DeskParts, c: Context, email: string): Promise<void> {
  const account = await findAccountByEmail(parts.db, email);
  if (account) await letIn(entranceOf(parts), c, account);
}

function entranceOf(parts: DeskParts): SignInDeps {
  return { ...parts, readFrame: async (request) => (await readFrame(parts, request)).frame };
}

async function deskFrame(parts: DeskParts, c: Context<DeskEnv>): Promise<DeskFrame> {
  const { frame } = await readFrame(parts, c.req.raw);
  return { ...frame, person: c.get("person"), waiting: {} };
}
