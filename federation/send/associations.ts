import type { AssociationChanged, AssociationRetired } from "../../src/associations/events.ts";
import { findAssociation } from "../../src/associations/queries.ts";
import { findHandleById } from "../../src/hosts/handles.ts";
import { territoryName } from "../../src/hosts/territories.ts";
import { writeActorDelete } from "../vocabulary/activities.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { unfollow } from "./follow.ts";
import { sayState, unsay } from "./saying.ts";
import { say, showActor, type Telling } from "./telling.ts";
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
  const { tx, reach } = telling;
  const handle = await findHandleById(tx, id);
  if (handle === null) return;
  const followed = await tx
    .selectFrom("followings")
    .leftJoin("remoteActors", "remoteActors.id", "followings.followed")
    .select(["followings.followed as id", "remoteActors.inbox"])
    .where("followings.actor", "=", id)
    .execute();
  for (const one of followed) await unfollow(tx, reach, { actor: handle, followed: one });
  await say(telling, handle, "delete", writeActorDelete);
  await unsay(telling, id);
  await tx.deleteFrom("followers").where("actor", "=", id).execute();
}
