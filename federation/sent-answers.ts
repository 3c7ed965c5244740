import type { Reader } from "../src/foundation/database.ts";
import { findHost } from "../src/hosts/queries.ts";
import { findPaper } from "../src/joint/queries.ts";
import { findSentAnswer } from "../src/sent-answers/queries.ts";
import type { SentAnswer } from "../src/sent-answers/sent-answer.ts";
import { activityIri, actorIri, actorPage, answerSheetIri, proposalIri, termsIri } from "./addresses.ts";
import type { Outgoing } from "./delivery/deliveries.ts";
import { originOf } from "./guard/origins.ts";
import { ownHostIri } from "./joint.ts";
import type { Reach } from "./reach.ts";
import { type Asker, gone, here, type Served } from "./served.ts";
import { writeAnswerOffer, writeAnswerProposal } from "./vocabulary/answer.ts";
import { decimalsWithin } from "./vocabulary/datasheet.ts";
import { writeOfferUndo } from "./vocabulary/exchange.ts";

/** An answer of our host to a request of another instance, for that instance and for nobody else. */
export async function sentAnswerAt(reader: Reader, reach: Reach, id: string, asker: Asker): Promise<Served | null> {
  const found = await findForHome(reader, id, asker);
  const own = found && (await ownHostIri(reader, reach));
  if (found === null || own === null) return null;
  const { sent, home } = found;
  const address = proposalIri(reach.origin, id);
  if (sent.state === "withdrawn") return { ...gone(address, "Proposal", sent.changed), for: home };
  const partners = sent.paper === null ? [] : ((await findPaper(reader, sent.paper))?.partners ?? []);
  const signs = partners.some(({ actor }) => originOf(actor) === home);
  const document = writeAnswerProposal({
    ...{ id: address, by: own, request: sent.proposal, name: sent.title, sheet: answerSheetIri(reach.origin, id) },
    ...{ terms: signs ? termsIri(reach.origin, id) : null, published: sent.made, changed: sent.changed },
    to: [sent.campaign],
  });
  return sealedFor(home, here(address, document));
}

/** All that it says, in the same way. */
export async function sentSheetAt(reader: Reader, reach: Reach, id: string, asker: Asker): Promise<Served | null> {
  const [found, host] = [await findForHome(reader, id, asker), await findHost(reader)];
  if (found === null || host === null || found.sent.state === "withdrawn") return null;
  const { origin } = reach;
  const by = {
    ...{ actor: actorIri(origin, { id: host.id, kind: "host" }), name: host.profile.name },
    page: actorPage(origin, host.handle),
  };
  const address = answerSheetIri(origin, id);
  return sealedFor(found.home, here(address, writeAnswerSheet(origin, found.sent, by)));
}

const sealedFor = (origin: string, served: Served | null): Served | null => served && { ...served, for: origin };

/** Nobody is looked up but where there is something to read. */
async function findForHome(reader: Reader, id: string, asker: Asker) {
  const sent = await findSentAnswer(reader, id);
  const home = sent && (await asker());
  return sent !== null && home !== null && home === originOf(sent.campaign) ? { sent, home } : null;
}

/** The JSON of an answer, as the request's instance reads it. */
export function writeAnswerSheet(
  origin: string,
  { id, campaign, page, title, state, version, content, made, changed }: SentAnswer,
  by: { readonly actor: string; readonly name: string; readonly page: string },
): object {
  return {
    ...{ id: answerSheetIri(origin, id), proposal: proposalIri(origin, id), request: campaign, about: page, title },
    ...{ by, state, version, made: made.toISOString(), changed: changed.toISOString() },
    answer: decimalsWithin(content),
  };
}

/** What is said of an answer to the instance that shows it, signed as our host. */
export async function answerActivity(
  reader: Reader,
  origin: string,
  sent: SentAnswer,
  deed: "offer" | "undo",
): Promise<Outgoing | null> {
  const host = await findHost(reader);
  if (host === null) return null;
  const id = sent[deed];
  const act = {
    id: activityIri(origin, id),
    actor: actorIri(origin, { id: host.id, kind: "host" }),
    to: sent.campaign,
  };
  const proposal = proposalIri(origin, sent.id);
  const document =
    deed === "offer"
      ? writeAnswerOffer(act, { proposal, request: sent.proposal, published: sent.made })
      : writeOfferUndo(act, activityIri(origin, sent.offer), proposal);
  return { id, actor: host.id, type: String(document["type"]), body: JSON.stringify(document), public: false };
}
