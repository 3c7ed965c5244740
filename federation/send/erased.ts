import { sql } from "kysely";
import type { PartyErased } from "../../src/funding/events.ts";
import { findHandleById, type Handle } from "../../src/hosts/handles.ts";
import { findCampaign } from "../actors/campaigns.ts";
import { followersIri, proposalIri } from "../addresses.ts";
import { noteOf } from "../notes.ts";
import { tellTiding } from "../swarm/telling.ts";
import { writeCreate, writeNoteUpdate } from "../vocabulary/activities.ts";
import { everyone } from "../vocabulary/contexts.ts";
import type { Note } from "../vocabulary/note.ts";
import { spreadCampaign } from "./funding.ts";
import { campaignState, openingNews } from "./funding-texts.ts";
import { sayState, type Words } from "./saying.ts";
import { say, showActor, type Telling } from "./telling.ts";

/** Whoever asked for something is erased: the accounts of their requests name them no longer, and other instances read them anew. */
export async function tellErased(heard: Telling, { party }: PartyErased): Promise<void> {
  const telling = { ...heard, erases: party };
  const { tx, local } = telling;
  const requests = await tx
    .selectFrom("fundingRequests")
    .select("id")
    .where(({ or, eb }) => or([eb("requester", "=", party), eb("steward", "=", party)]))
    .orderBy("id")
    .execute();
  for (const { id } of requests) {
    const [campaign, handle] = [await findCampaign(tx, local, id), await findHandleById(tx, id)];
    if (campaign === null || handle === null) continue;
    await sayState(telling, handle, campaignState(local, campaign));
    await editOpening(telling, handle, openingNews(local, campaign));
    await showActor(telling, handle);
    await spreadCampaign(telling, campaign);
    // At once, too: which instances hear of it is noted.
    const address = proposalIri(telling.reach.origin, id);
    await tellTiding(tx, telling.reach, { kind: "changed", address, changed: campaign.asOf }, party);
  }
}

/** What was said first named who asks: it reads otherwise now, also to whoever asks for it as it was sent. */
async function editOpening(telling: Telling, author: Handle, { content, language, context }: Words): Promise<void> {
  const { tx, reach, local, happened } = telling;
  const said = await tx
    .selectFrom("notes")
    .selectAll()
    .where("actor", "=", author.id)
    .where("kind", "=", "announcement")
    .where("topic", "is", null)
    .where("deleted", "is", null)
    .orderBy("published")
    .executeTakeFirst();
  if (said === undefined || said.content === content) return;
  const updated = new Date(Math.max(happened.getTime(), (said.updated ?? said.published).getTime() + 1_000));
  const change = { content, language: language ?? local.language, context, mentions: "[]", updated };
  await tx.updateTable("notes").set(change).where("id", "=", said.id).execute();
  const note = noteOf(reach.origin, author, { ...said, ...change, mentions: [] });
  await say(telling, author, "unnamed", (act) => writeNoteUpdate(act, note));
  await editSent(telling, author, note);
}

async function editSent({ tx }: Telling, { id: actor }: Handle, note: Note): Promise<void> {
  const create = (id: string) =>
    writeCreate(
      { id, actor: note.author, published: note.published, to: [everyone], cc: [followersIri(note.author)] },
      note,
    );
  const { rows } = await sql<{ id: string; iri: string }>`
    select id, body::jsonb ->> 'id' as iri from outgoing where actor = ${actor} and type = 'Create'
    and body::jsonb -> 'object' ->> 'id' = ${note.id}`.execute(tx);
  for (const { id, iri } of rows)
    await tx
      .updateTable("outgoing")
      .set({ body: JSON.stringify(create(iri)) })
      .where("id", "=", id)
      .execute();
}
