import { type Context, Hono } from "hono";
import sanitizeHtml from "sanitize-html";
import { countFollowers } from "../federation/notes.ts";
import { findPostToCome } from "../federation/send/preview.ts";
import { tokenDesk } from "./accounts/desk-token-routes.tsx";
import { findAccountByEmail } from "./accounts/queries.ts";
import { deskDoor, letIn, type SignInDeps, signInRoutes } from "./accounts/sign-in-routes.tsx";
import { availabilityParts } from "./availability/parts.tsx";
import { exportDesk } from "./exchange/desk-export-routes.tsx";
import { importDesk } from "./exchange/desk-import-routes.tsx";
import type { Transaction } from "./foundation/database.ts";
import type { Secret } from "./foundation/secret.ts";
import { type PageDeps, readFrame } from "./hosts/parts.tsx";
import type { OffersDeskDeps } from "./offers/desk-requests-parts.tsx";
import { offersDesk } from "./offers/desk-routes.tsx";
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
  desk.route("/", offersDesk({ ...deps, ...offerParts(parts) }));
  const sealKeys = (tx: Transaction, passphrase: string) => closeEnvelope(tx, parts.secret, passphrase);
  desk.route("/", exportDesk({ ...deps, version: parts.version, sealKeys }));
  return desk;
}

/** What the desk of offers asks of rooms that it does not know. */
function offerParts(parts: DeskParts): Omit<OffersDeskDeps, keyof DeskDeps> {
  const { db, now, actorId } = parts;
  const { stateSheet, roomIn } = availabilityParts(parts);
  return {
    ...{ stateSheet, roomIn, actorId },
    countFollowers: (actor) => countFollowers(db, actor),
    async findPost(offer, kind) {
      const post = await findPostToCome(db, parts, { offer, kind, now: now() });
      return (
        post && {
          ...post,
          content: sanitizeHtml(post.content, { allowedTags: said, allowedAttributes: { a: ["href"] } }),
        }
      );
    },
  };
}

/** What a post of ours is made of. */
const said = ["p", "br", "strong", "a", "ul", "li"];

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
