import { writeAnswerSheet } from "../../federation/sent-answers.ts";
import { writeAnswerOffer, writeAnswerProposal, writeStanding } from "../../federation/vocabulary/answer.ts";
import { writeOfferUndo } from "../../federation/vocabulary/exchange.ts";
import type { JointTerms } from "../../src/offers/joint-terms.ts";
import { versionOf } from "../../src/offers/substance.ts";
import type { SentAnswer } from "../../src/sent-answers/sent-answer.ts";

const home = "https://hote-b.example";
const request = `${home}/ap/proposals/0192f1c9-7c1a-7cc2-8b5e-3f2a9c1d7e42`;
const campaign = `${home}/ap/actors/0192f1c9-7c1a-7cc2-8b5e-3f2a9c1d7e42`;

/** What is said between hosts that answer a request of another instance together and that instance, by the name of its example. */
export function answerExamples(saying: Saying): Readonly<Record<string, object>> {
  const { origin, now, host } = saying;
  const sent = jointAnswer(saying);
  const proposal = `${origin}/ap/proposals/${sent.id}`;
  const lead = { actor: host, name: "Hôte A", page: `${origin}/@hote_a` };
  const offer = `${origin}/ap/activities/${sent.offer}`;
  const asking = { id: offer, actor: host, to: campaign };
  const answering = (n: number) => ({ id: `${home}/ap/activities/${n}`, actor: campaign, to: host });
  const why = { reason: "Cette annonce ne prend plus de réponses.", language: "fr" };
  return {
    "27-answer-offer": writeAnswerOffer(asking, { proposal, request, published: now }),
    "27b-answer-proposal": writeAnswerProposal({
      ...{ id: proposal, by: host, request, name: sent.title, sheet: `${proposal}/answer`, terms: null },
      ...{ published: now, changed: now, to: [campaign] },
    }),
    "27c-answer-sheet": writeAnswerSheet(origin, sent, lead),
    "27d-answer-shown": writeStanding(answering(1), "TentativeAccept", offer, null),
    "27e-answer-chosen": writeStanding(answering(2), "Accept", offer, null),
    "27f-answer-refused": writeStanding(answering(3), "Reject", offer, why),
    "27g-answer-undone": writeOfferUndo({ ...asking, id: `${origin}/ap/activities/${sent.undo}` }, offer, proposal),
  };
}

interface Saying {
  readonly origin: string;
  readonly now: Date;
  /** The actor of the host that leads. */
  readonly host: string;
}

function jointAnswer({ origin, now, host }: Saying): SentAnswer {
  const lead = { actor: host, name: "Hôte A", page: `${origin}/@hote_a` };
  const partner = {
    ...{ actor: "https://hote-c.example/ap/actors/1", name: "Hôte C", page: "https://hote-c.example/@hote_c" },
    ...{ roles: ["training"], stamp: "https://hote-c.example/ap/relationships/9" },
  };
  const euros = (amount: number) => ({ amount, currency: "EUR", period: "year" as const });
  const text = "Hôte A héberge et sauvegarde, Hôte C forme deux personnes de chaque association.";
  const terms: JointTerms = {
    ...{ text, invoicing: host, supportEntry: host, liability: "Chacun répond de sa part.", total: euros(60_000) },
    parts: [
      { actor: host, roles: ["lead", "hosting"], share: euros(40_000), does: "Le serveur et ses sauvegardes." },
      { actor: partner.actor, roles: ["training"], share: euros(20_000), does: "Deux demi-journées." },
    ],
    onLeaving: { mode: "suspend", words: null },
  };
  const [title, page] = ["Un Nextcloud à plusieurs", `${home}/funding/7q4k`];
  const version = versionOf({ title, about: page, content: null, terms });
  return {
    ...{ id: "0192f3e0-0000-7000-8000-000000000001", campaign, proposal: request, page, title },
    ...{ paper: "0192f3e0-0000-7000-8000-000000000001", state: "offered", version: 1, made: now, changed: now },
    ...{ offer: "0192f3e0-0000-7000-8000-000000000002", undo: "0192f3e0-0000-7000-8000-000000000003" },
    ...{ standing: null, reason: null, answered: null },
    content: {
      ...{ visibility: "everyone", text, amount: 60_000, currency: "EUR", period: "year", ready: null },
      ...{ terms: terms.liability, url: null, partners: [partner] },
      joint: { lead, version, terms, language: "fr" },
    },
  };
}
