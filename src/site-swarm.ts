import { Hono } from "hono";
import { relationshipIri } from "../federation/addresses.ts";
import { drop, sendAgain } from "../federation/delivery/deliveries.ts";
import { listErasureSendings } from "../federation/delivery/erasing.ts";
import { listSendings } from "../federation/delivery/sendings.ts";
import { countUnderWay, listTroubled, listWell, sendAllAgain } from "../federation/delivery/servers.ts";
import { findOrigin, listDeliveries, listDeliveryIds, tryNow } from "../federation/delivery/stored-deliveries.ts";
import { findOwnNote } from "../federation/notes.ts";
import { rejectFollower } from "../federation/receive/follow.ts";
import { cutOff, meetAgain } from "./catalogue/blocking.ts";
import { deeds as catalogueDeeds } from "./catalogue/deed-words.ts";
import { knownHostsDesk } from "./catalogue/desk-routes.tsx";
import type { Known } from "./catalogue/known.ts";
import { deeds as deliveryDeeds } from "./deliveries/deed-words.ts";
import { type DeliveriesDeskDeps, deliveriesRoutes } from "./deliveries/desk-routes.tsx";
import { erasuresDesk } from "./erasures/desk-routes.tsx";
import { deeds as followerDeeds } from "./followers/deed-words.ts";
import { type FollowersDeskDeps, followersRoutes } from "./followers/desk-routes.tsx";
import type { Language } from "./foundation/language.ts";
import type { Outcome } from "./foundation/outcome.ts";
import { findHandleById } from "./hosts/handles.ts";
import { deeds as messageDeeds } from "./messages/deed-words.ts";
import { messagesRoutes } from "./messages/desk-routes.tsx";
import type { Elsewhere } from "./messages/view.ts";
import { deeds as peerDeeds } from "./peers/deed-words.ts";
import { peersRoutes } from "./peers/desk-routes.tsx";
import type { FindRefusal, Instance } from "./peers/peer.ts";
import { findSubjects } from "./reports/subjects.ts";
import { deeds as reviewDeeds } from "./reviews/deed-words.ts";
import { reviewsDesk } from "./reviews/desk-routes.tsx";
import { notesOnPeers } from "./site-peer-notes.ts";
import { claimsAtDesk } from "./site-reviews.tsx";
import { deeds as watchDeeds } from "./watches/deed-words.ts";
import { watchesDesk } from "./watches/desk-routes.tsx";
import type { DeedWords } from "./web/deeds.ts";
import type { DeskDeps, DeskEnv } from "./web/desk.tsx";

/** What the rooms of the desk that look outwards need of the protocol's side. */
export interface SwarmParts extends DeskDeps {
  /** The instance at an address that somebody typed. */
  findInstance(typed: string): Promise<Outcome<Instance, FindRefusal>>;
}

/** The rooms of the desk that look outwards: messages, followers, other instances, deliveries. */
export function swarmRoutes(parts: SwarmParts): Hono<DeskEnv> {
  const addressOf = (word: string) => relationshipIri(parts.origin, word);
  const claimsOf = (host: Known, language: Language) => claimsAtDesk(parts.db, host, language);
  return new Hono<DeskEnv>()
    .route("/", messagesRoutes({ ...parts, ...said(parts.origin) }))
    .route("/", followersRoutes({ ...parts, sendAway: sendAway(parts.origin) }))
    .route("/", watchesDesk(parts))
    .route("/", peersRoutes({ ...parts, beyond: { cutOff, meetAgain }, notesOn: notesOnPeers }))
    .route("/", knownHostsDesk({ ...parts, vouchAddress: addressOf, claimsOf }))
    .route("/", reviewsDesk({ ...parts, addressOf }))
    .route("/", deliveriesRoutes({ ...parts, ...deliveries }))
    .route("/", erasuresDesk({ ...parts, sendingsOf: listErasureSendings }));
}

/** What the journal says of what is done there. */
export const swarmDeeds: readonly DeedWords[] = [
  messageDeeds,
  followerDeeds,
  peerDeeds,
  catalogueDeeds,
  reviewDeeds,
  deliveryDeeds,
  watchDeeds,
];

const said = (origin: string): Elsewhere => ({
  sendingsOf: listSendings,
  ownNoteAt: (reader, address) => findOwnNote(reader, origin, address),
  subjectsOf: (reader, addresses) => findSubjects(reader, origin, addresses),
});

const sendAway =
  (origin: string): FollowersDeskDeps["sendAway"] =>
  async (tx, account, follower) => {
    const actor = await findHandleById(tx, account);
    return actor !== null && (await rejectFollower(tx, { origin }, { actor, follower }));
  };

const deliveries: Omit<DeliveriesDeskDeps, keyof DeskDeps> = {
  listTroubled,
  listWell,
  countUnderWay,
  listStuck: async (reader, origin, after, limit) => (await listDeliveries(reader, { origin }, { after, limit })).items,
  tryOne: async (tx, id) => ((await tryNow(tx, id)) ? findOrigin(tx, id) : null),
  tryAll: sendAllAgain,
  async settleGivenUp(tx, what) {
    const ids = await listDeliveryIds(tx, { states: ["failed"] });
    for (const id of ids) await (what === "again" ? sendAgain : drop)(tx, id);
    return ids.length;
  },
};
