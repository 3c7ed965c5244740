import type { SiteEvent } from "../../src/events.ts";
import { findHandleById } from "../../src/hosts/handles.ts";
import { findInvitation, findPaper } from "../../src/joint/queries.ts";
import { accountOf, type Named } from "../actors/account.ts";
import { hostHandle, type LocalOffer } from "../actors/local.ts";
import { jointHeld } from "./joint-texts.ts";
import { sayNews } from "./saying.ts";
import { boost, type Telling } from "./telling.ts";

type Aloud = Extract<SiteEvent, { readonly name: "joint-suspended" | "joint-heard" }>;

/** What everybody may hear of what hosts make together: that a joint offer is there, which each of them passes on, and that it is suspended. */
export async function tellJointAloud(telling: Telling, event: Aloud): Promise<void> {
  if (event.name === "joint-suspended") return tellSuspended(telling, event.paper, event.actor);
  if (event.what === "in-force" && event.invitation !== null) await passOn(telling, event.invitation);
}

// Its id is that of the invitation: another version in force is no other news.
async function passOn(telling: Telling, id: string): Promise<void> {
  const invitation = await findInvitation(telling.tx, id);
  if (invitation?.announcement == null) return;
  await boost({ ...telling, event: id }, hostHandle(telling.local), invitation.announcement);
}

/** Those who follow a joint offer are told once that it is suspended. */
async function tellSuspended(telling: Telling, id: string, actor: string | null): Promise<void> {
  const [paper, handle] = [await findPaper(telling.tx, id), await findHandleById(telling.tx, id)];
  const published = telling.local.offers.find(({ offer }) => offer.id === id);
  if (paper === null || handle === null || published === undefined) return;
  const { inForce, partners } = paper;
  const who = [...partners, ...(inForce?.partners ?? [])].find((one) => one.actor === actor)?.name ?? null;
  const left = paper.reason === "unreachable" ? null : who;
  const words = inForce?.terms.onLeaving.words ?? null;
  await sayNews(telling, handle, "announcement", jointHeld(telling.local, published, { left, words }));
}

/** Those who make an offer with us, as a Note names them. */
export async function namedPartners({ tx }: Pick<Telling, "tx">, { joint }: LocalOffer): Promise<readonly Named[]> {
  if (joint === null || joint.partners.length === 0) return [];
  const rows = await tx
    .selectFrom("remoteActors")
    .select(["id", "handle", "url", "inbox"])
    .where(
      "id",
      "in",
      joint.partners.map(({ actor }) => actor),
    )
    .where("gone", "is", null)
    .execute();
  return rows.map(({ id, handle, url, inbox }) => ({ href: id, account: accountOf(id, handle), page: url, inbox }));
}
