import { type Context, Hono } from "hono";
import { accountRoutes } from "./accounts/account-routes.tsx";
import { deeds as accountDeeds } from "./accounts/deed-words.ts";
import { tokenDesk } from "./accounts/desk-token-routes.tsx";
import { letIn, type SignInDeps } from "./accounts/entry-parts.tsx";
import { journalRoutes } from "./accounts/journal-routes.tsx";
import { findAccountByEmail } from "./accounts/queries.ts";
import { deskDoor, signInRoutes } from "./accounts/sign-in-routes.tsx";
import { teamRoutes } from "./accounts/team-routes.tsx";
import { deeds as actingDeeds } from "./acting/deed-words.ts";
import { fundingDesk } from "./acting/desk-routes.tsx";
import { deeds as associationDeeds } from "./associations/deed-words.ts";
import { associationsDesk } from "./associations/desk-routes.tsx";
import { deeds as availabilityDeeds } from "./availability/deed-words.ts";
import { availabilityAllRoutes } from "./availability/desk-all-routes.tsx";
import { availabilityFormRoutes } from "./availability/desk-form-routes.tsx";
import { availabilityDeskRoutes } from "./availability/desk-routes.tsx";
import { seedsDesk } from "./catalogue/desk-seeds-routes.tsx";
import { deeds as seedDeeds } from "./catalogue/seed-deed-words.ts";
import { hostPath } from "./directory/paths.ts";
import { deeds as elsewhereDeeds } from "./elsewhere/deed-words.ts";
import { deeds as exchangeDeeds } from "./exchange/deed-words.ts";
import { exportDesk } from "./exchange/desk-export-routes.tsx";
import { importDesk } from "./exchange/desk-import-routes.tsx";
import { writeTable } from "./exchange/table.ts";
import type { Config } from "./foundation/config.ts";
import type { Transaction } from "./foundation/database.ts";
import type { MailSettings } from "./foundation/mail.ts";
import type { Outbound } from "./foundation/outbound.ts";
import type { Outcome } from "./foundation/outcome.ts";
import type { Secret } from "./foundation/secret.ts";
import { deeds as fundingDeeds } from "./funding/deed-words.ts";
import { heldDesk } from "./funding/desk-held-routes.tsx";
import { deeds as hostDeeds } from "./hosts/deed-words.ts";
import { type PageDeps, readFrame } from "./hosts/parts.tsx";
import { deeds as jointDeeds } from "./joint/deed-words.ts";
import { jointDesk } from "./joint/desk-routes.tsx";
import { deeds as offerDeeds } from "./offers/deed-words.ts";
import { offersDesk } from "./offers/desk-routes.tsx";
import type { FindHostRefusal, OtherHost } from "./partnerships/changes.ts";
import { deeds as partnershipDeeds } from "./partnerships/deed-words.ts";
import { partnersDesk } from "./partnerships/desk-routes.tsx";
import { deeds as placesDeeds } from "./places/deed-words.ts";
import { requestsDesk } from "./places/desk-routes.tsx";
import { deeds as portalDeeds } from "./portal/deed-words.ts";
import { portalDesk } from "./portal/desk-routes.tsx";
import { deeds as referralDeeds } from "./referrals/deed-words.ts";
import { referralsDesk } from "./referrals/desk-routes.tsx";
import { closeEnvelope } from "./site-envelope.ts";
import { hostDeskRoutes } from "./site-host-desk.ts";
import { jointDeskParts } from "./site-joint.tsx";
import { offersDeskParts } from "./site-offers-desk.ts";
import { type SwarmParts, swarmDeeds, swarmRoutes } from "./site-swarm.ts";
import { taskSources, todayDeps } from "./site-today.ts";
import { placesIn } from "./site-together.ts";
import { todayRoutes } from "./today/routes.tsx";
import { serverRoutes } from "./today/server-routes.tsx";
import { deeds as togetherDeeds } from "./together/deed-words.ts";
import { askingsDesk } from "./together/desk-routes.tsx";
import { deeds as unclaimedDeeds } from "./unclaimed/deed-words.ts";
import { unclaimedDesk } from "./unclaimed/desk-routes.tsx";
import { type DeedWords, joinDeeds } from "./web/deeds.ts";
import type { DeskDeps, DeskEnv, DeskFrame } from "./web/desk.tsx";
import { countWaiting } from "./web/desk-tasks.ts";

/** What the desk needs of the rest of the site. */
export interface DeskParts extends PageDeps, Pick<SwarmParts, "findInstance"> {
  readonly config: Config;
  readonly secret: Secret;
  readonly mail: MailSettings;
  /** The way out to other servers. */
  readonly outbound: Pick<Outbound, "request">;
  /** Whether this site sends mail. */
  readonly mails: boolean;
  /** The host that somebody typed, to be asked to work with ours. */
  findHost(typed: string): Promise<Outcome<OtherHost, FindHostRefusal>>;
}

/** `/admin/…`: the door, and the rooms of the desk behind it. */
export function deskRoutes(parts: DeskParts): Hono<DeskEnv> {
  const entrance = entranceOf(parts);
  const deps: DeskDeps = { ...parts, frameOf: (c) => deskFrame(parts, c) };
  const desk = new Hono<DeskEnv>();
  desk.route("/", signInRoutes(entrance));
  desk.use("/admin", deskDoor(entrance));
  desk.use("/admin/*", deskDoor(entrance));
  for (const room of [accountRoutes, teamRoutes]) desk.route("/", room({ ...deps, mail: parts.mail }));
  desk.route("/", journalRoutes(deps, joinDeeds(deeds)));
  const today = { ...deps, ...todayDeps(parts) };
  for (const room of [todayRoutes, serverRoutes]) desk.route("/", room(today));
  for (const room of [availabilityAllRoutes, availabilityFormRoutes, availabilityDeskRoutes])
    desk.route("/", room(today));
  for (const room of [importDesk, tokenDesk, portalDesk, unclaimedDesk, heldDesk]) desk.route("/", room(deps));
  desk.route("/", offersDesk({ ...deps, ...offersDeskParts(parts) }));
  desk.route("/", jointDesk({ ...deps, ...jointDeskParts(parts) }));
  desk.route("/", askingsDesk({ ...deps, ...jointDeskParts(parts), placesIn: placesIn(parts.origin) }));
  desk.route("/", hostDeskRoutes(deps));
  const sealKeys = (tx: Transaction, passphrase: string) => closeEnvelope(tx, parts.secret, passphrase);
  desk.route("/", exportDesk({ ...deps, version: parts.version, sealKeys }));
  desk.route("/", fundingDesk(deps));
  desk.route("/", requestsDesk({ ...deps, mails: parts.mails, writeTable }));
  desk.route("/", referralsDesk({ ...deps, mails: parts.mails }));
  desk.route("/", partnersDesk({ ...deps, hostPath, mail: parts.mail, findHost: parts.findHost }));
  desk.route("/", associationsDesk({ ...deps, mail: parts.mail }));
  desk.route("/", seedsDesk({ ...deps, outbound: parts.outbound }));
  desk.route("/", swarmRoutes({ ...deps, findInstance: parts.findInstance }));
  return desk;
}

/** The words of the journal: each room that enters something there has a line here. */
const deeds: readonly DeedWords[] = [
  ...[accountDeeds, hostDeeds, offerDeeds, availabilityDeeds, placesDeeds, referralDeeds, exchangeDeeds],
  ...[associationDeeds, fundingDeeds, actingDeeds, elsewhereDeeds, jointDeeds, partnershipDeeds, togetherDeeds],
  ...[portalDeeds, unclaimedDeeds, seedDeeds, ...swarmDeeds],
];

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
  const waiting = await countWaiting(parts.db, taskSources(parts), parts.now());
  return { ...frame, person: c.get("person"), waiting };
}
