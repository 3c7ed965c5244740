import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { findInvitation, findPaper, findStamp } from "../../src/joint/queries.ts";
import { accountOf } from "../actors/account.ts";
import { activityIri, actorIri, noteIri, proposalIri, relationshipIri } from "../addresses.ts";
import type { Outgoing } from "../delivery/deliveries.ts";
import { stampOf } from "../joint.ts";
import type { Reach } from "../reach.ts";
import { writeDirectCreate } from "../vocabulary/activities.ts";
import type { Exchange } from "../vocabulary/exchange.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { writeDeclining, writeInvite, writePaperNews, writeSigning, writeStampNews } from "../vocabulary/stamp.ts";
import { derivedId } from "./ids.ts";

/** Something to say to one of those with whom our host signs. */
export const Saying = z.object({
  /** `invite`: sign this, or its news; `withdraw`; `answer`: what was answered; `stamps`: news of what was signed; `comment`. */
  say: z.enum(["invite", "news", "withdraw", "answer", "stamps", "comment"]),
  /** Of the paper, the invitation or the comment. */
  id: z.uuid(),
  to: z.url(),
  /** What it is news of. */
  of: z.string().nullable().default(null),
});
export type Saying = z.input<typeof Saying>;

type Said = Pick<Saying, "say" | "id" | "to" | "of">;
type Document = Readonly<Record<string, unknown>>;

/** The activities that say something to one of those with whom our host signs, as things stand now; none where there is nothing to say any more. */
export async function sayingOf(tx: Transaction, reach: Reach, host: string, said: Said): Promise<readonly Outgoing[]> {
  const speaking: Speaking = { tx, origin: reach.origin, language: reach.language, host, said };
  switch (said.say) {
    case "invite":
      return invite(speaking);
    case "news":
    case "withdraw":
      return paperNews(speaking);
    case "answer":
      return answer(speaking);
    case "stamps":
      return stampNews(speaking);
    case "comment":
      return comment(speaking);
  }
}

interface Speaking {
  readonly tx: Transaction;
  readonly origin: string;
  readonly language: string;
  /** The id of our host, who says it. */
  readonly host: string;
  readonly said: Said;
}

/** Asked for the first time, or again since no answer has come: the invitation; asked for another version: its news. */
async function invite(speaking: Speaking): Promise<readonly Outgoing[]> {
  const { tx, origin, said } = speaking;
  const paper = await findPaper(tx, said.id);
  const row = await tx
    .selectFrom("jointPartners")
    .select(["invite", "state"])
    .where("paper", "=", said.id)
    .where("actor", "=", said.to)
    .executeTakeFirst();
  if (paper === null || row === undefined || paper.state === "withdrawn" || paper.state === "draft") return [];
  const asked = await tx.selectFrom("outgoing").select("id").where("id", "=", row.invite).executeTakeFirst();
  if (asked !== undefined && said.of !== null) return paperNews(speaking);
  return [
    outgoing(speaking, row.invite, (act) =>
      writeInvite(act, proposalIri(origin, said.id), paper.asked ?? paper.created),
    ),
  ];
}

async function paperNews(speaking: Speaking): Promise<readonly Outgoing[]> {
  const { origin, said } = speaking;
  const type = said.say === "withdraw" ? "Delete" : "Update";
  const id = derivedId(said.of ?? said.id, said.to, type);
  return [outgoing(speaking, id, (act) => writePaperNews(act, type, proposalIri(origin, said.id)))];
}

async function answer(speaking: Speaking): Promise<readonly Outgoing[]> {
  const { tx, origin, language, said } = speaking;
  const invitation = await findInvitation(tx, said.id);
  const row = await tx.selectFrom("jointInvitations").select("invite").where("id", "=", said.id).executeTakeFirst();
  if (invitation === null || row === undefined) return [];
  const { state, version, reason, stamps } = invitation;
  if (state === "refused") {
    const id = derivedId(said.id, "Reject", version);
    return [outgoing(speaking, id, (act) => writeDeclining(act, row.invite, reason, language))];
  }
  const signed = stamps.find((stamp) => stamp.version === version);
  const kept = signed === undefined ? null : await findStamp(tx, signed.id);
  if (state !== "accepted" || kept === null) return [];
  const own = actorIri(origin, { id: speaking.host, kind: "host" });
  const id = derivedId(said.id, "Accept", kept.id);
  return [outgoing(speaking, id, (act) => writeSigning(act, row.invite, stampOf(origin, own, kept)))];
}

/** Of each signature that was ever given here, whether it still stands. */
async function stampNews(speaking: Speaking): Promise<readonly Outgoing[]> {
  const { tx, origin, said } = speaking;
  const invitation = await findInvitation(tx, said.id);
  if (invitation === null) return [];
  const stamps = await tx
    .selectFrom("jointStamps")
    .select(["id", "withdrawn", "changed"])
    .where("invitation", "=", said.id)
    .orderBy("given", "desc")
    .limit(mostStamps)
    .execute();
  return stamps.map(({ id: stamp, withdrawn, changed }) => {
    const type = withdrawn === null ? "Update" : "Delete";
    const id = derivedId(stamp, type, changed.toISOString());
    return outgoing(speaking, id, (act) =>
      writeStampNews(act, type, relationshipIri(origin, stamp), invitation.proposal),
    );
  });
}

const mostStamps = 3;

async function comment({ tx, origin, language, host, said }: Speaking): Promise<readonly Outgoing[]> {
  const row = await tx.selectFrom("jointComments").selectAll().where("id", "=", said.id).executeTakeFirst();
  if (row === undefined) return [];
  const invitation = row.invitation === null ? null : await findInvitation(tx, row.invitation);
  const context = invitation?.proposal ?? proposalIri(origin, row.paper ?? "");
  const id = derivedId(row.id, said.to, "comment");
  const to = { href: said.to, account: accountOf(said.to, null) };
  const document = writeDirectCreate(
    activityIri(origin, id),
    {
      ...{ id: noteIri(origin, row.id), author: actorIri(origin, { id: host, kind: "host" }), to },
      ...{ content: paragraphs(row.text), language, published: row.said },
    },
    context,
  );
  return [{ id, actor: host, type: "Create", body: JSON.stringify(document), public: false }];
}

function outgoing({ origin, host, said }: Speaking, id: string, write: (act: Exchange) => Document): Outgoing {
  const act = { id: activityIri(origin, id), actor: actorIri(origin, { id: host, kind: "host" }), to: said.to };
  const document = write(act);
  return { id, actor: host, type: String(document["type"]), body: JSON.stringify(document), public: false };
}
