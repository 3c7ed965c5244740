import type { Reader } from "../src/foundation/database.ts";
import { findHandle, intakeName } from "../src/hosts/handles.ts";
import { findHost } from "../src/hosts/queries.ts";
import { saidOf } from "../src/together/answering.ts";
import { findAskedHost, findAsking, listHostsOf } from "../src/together/queries.ts";
import { findReceived, type ReceivedAsking } from "../src/together/received.ts";
import { showTo } from "../src/together/showing.ts";
import type { AskedHost, Asking } from "../src/together/together.ts";
import { findPartyActor } from "./actors/party-actor.ts";
import { actorIri, type LocalActor, relationshipIri } from "./addresses.ts";
import { originOf } from "./guard/origins.ts";
import type { Reach } from "./reach.ts";
import type { Served } from "./served.ts";
import { type AskingDocument, writeAsking } from "./vocabulary/asking.ts";
import { type AskingAnswerDocument, writeAskingAnswer } from "./vocabulary/asking-answer.ts";

/** As which actor of ours somebody asks: an association as its own, everybody else by the account that takes in what people ask. */
export async function findAskingActor(reader: Reader, party: string | null): Promise<LocalActor | null> {
  const own = party === null ? null : await findPartyActor(reader, party);
  if (own?.kind === "association") return own;
  const intake = await findHandle(reader, intakeName);
  return intake === null || intake.gone !== null ? null : { id: intake.id, kind: "intake" };
}

/** An asking, for the host that is asked, or what our host answers, for the site that asked; nothing for everybody else. */
export async function askingAt(
  reader: Reader,
  { origin }: Pick<Reach, "origin">,
  id: string,
  asker: string | null,
): Promise<Served | null> {
  if (asker === null) return null;
  const host = await findAskedHost(reader, id);
  if (host !== null && isOf(host.host, asker)) return askingOf(reader, origin, host, asker);
  const received = await findReceived(reader, id);
  return received && isOf(received.asker, asker) ? answerOf(reader, origin, received, asker) : null;
}

const isOf = (actor: string | null, origin: string): boolean => actor !== null && originOf(actor) === origin;

async function askingOf(reader: Reader, origin: string, host: AskedHost, asker: string): Promise<Served | null> {
  const asking = await findAsking(reader, host.asking);
  const speaker = asking && (await findAskingActor(reader, asking.party));
  if (asking === null || speaker === null || host.host === null) return null;
  if (host.state === "proposed" || host.state === "left-out") return null;
  const shown = showTo(host, asking, await listHostsOf(reader, asking.id), origin);
  if (shown === null) return null;
  const document: AskingDocument = {
    ...shown,
    ...{ id: relationshipIri(origin, host.id), subject: actorIri(origin, speaker), object: host.host },
    ...{ beneficiary: await findBeneficiary(reader, asking), page: `${origin}/together/host/${host.token}` },
    ...{ published: asking.sent ?? asking.made, updated: asking.changed },
  };
  return { status: 200, body: JSON.stringify(writeAsking(document)), id: document.id, for: asker };
}

async function findBeneficiary(reader: Reader, { party }: Asking): Promise<string | null> {
  if (party === null) return null;
  const row = await reader.selectFrom("parties").select("actor").where("id", "=", party).executeTakeFirst();
  return row?.actor ?? null;
}

async function answerOf(reader: Reader, origin: string, asking: ReceivedAsking, asker: string): Promise<Served | null> {
  const [host, said] = [await findHost(reader), saidOf(asking, null)];
  if (host === null || said === null) return null;
  const { version, answer, roles, words, proposes, agreed, result } = said;
  const document: AskingAnswerDocument = {
    ...{ id: relationshipIri(origin, asking.id), subject: actorIri(origin, { id: host.id, kind: "host" }) },
    ...{ object: asking.asker, context: asking.document, version, answer, roles, words, proposes, agreed },
    result: result && { ...result, version: asking.proposedResult?.version ?? 1 },
    ...{ published: asking.answered ?? asking.changed, updated: asking.changed },
  };
  return { status: 200, body: JSON.stringify(writeAskingAnswer(document)), id: document.id, for: asker };
}
