import { sql } from "kysely";
import type { AssociationChanged, AssociationRetired } from "../../src/associations/events.ts";
import { findAssociation } from "../../src/associations/queries.ts";
import { findHandleById } from "../../src/hosts/handles.ts";
import { territoryName } from "../../src/hosts/territories.ts";
import { activityIri, actorIri } from "../addresses.ts";
import { sendToFollowers } from "../delivery/deliveries.ts";
import { forgetReached } from "../delivery/erasing.ts";
import { writeActorDelete } from "../vocabulary/activities.ts";
import { everyone } from "../vocabulary/contexts.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { derivedId } from "./ids.ts";
import { sayState, unsay } from "./saying.ts";
import { showActor, type Telling } from "./telling.ts";
import { words } from "./words.ts";

/** An association looks different, or shows more or less of itself. */
export async function tellAssociation(telling: Telling, { association: id }: AssociationChanged): Promise<void> {
  const { tx, local } = telling;
  const [association, handle] = [await findAssociation(tx, id), await findHandleById(tx, id)];
  if (association === null || handle === null || handle.gone !== null) return;
  if (association.public) {
    const { associations } = words[local.language];
    const place = association.territory === null ? null : territoryName(association.territory, local.language);
    const content = paragraphs([associations.state(association.name, place), association.presentation].join("\n\n"));
    await sayState(telling, handle, { content, hashtags: [], context: null });
  } else await unsay(telling, id);
  await showActor(telling, handle);
}

/** An association is here no more: it takes its leave of those who follow it, and of those whom it followed. */
export async function tellAssociationGone(telling: Telling, { actor: id }: AssociationRetired): Promise<void> {
  const { tx, reach, event, happened } = telling;
  const handle = await findHandleById(tx, id);
  if (handle === null) return;
  const leave = derivedId(event, id, "delete");
  const actor = actorIri(reach.origin, handle);
  const act = { id: activityIri(reach.origin, leave), actor, published: happened, to: [everyone], cc: [] };
  const body = JSON.stringify(writeActorDelete(act));
  const outgoing = { id: leave, actor: id, type: "Delete", body, public: true, erases: id };
  await sendToFollowers(tx, outgoing, await inboxesOfOthers(telling, id));
  await forgetReached(tx, id);
  await unsay(telling, id);
  await tx.deleteFrom("followers").where("actor", "=", id).execute();
  await tx.deleteFrom("followings").where("actor", "=", id).execute();
}

/** Servers count an actor among those who follow somebody of theirs, or who promise towards a request of theirs, and are told too. */
async function inboxesOfOthers({ tx }: Telling, actor: string): Promise<readonly string[]> {
  const { rows } = await sql<{ inbox: string }>`
    select distinct coalesce(shared_inbox, inbox) as inbox from remote_actors
    where gone is null and id in (
      select followed from followings where actor = ${actor}
      union select campaign from sent_pledges where party = ${actor})`.execute(tx);
  return rows.map(({ inbox }) => inbox);
}
