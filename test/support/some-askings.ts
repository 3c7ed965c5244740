import { type AskingDocument, writeAsking } from "../../federation/vocabulary/asking.ts";
import {
  writeAskingNews,
  writeAskingOffer,
  writeAskingUndo,
  writeAskingYesOrNo,
} from "../../federation/vocabulary/asking-activities.ts";
import { type AskingAnswerDocument, writeAskingAnswer } from "../../federation/vocabulary/asking-answer.ts";

interface Where {
  readonly origin: string;
  readonly now: Date;
  readonly asker: string;
}

const host = "https://hote-b.example/ap/actors/0192f2b0-7c1a-7cc2-8b5e-000000000001";
const answerAt = "https://hote-b.example/ap/relationships/0192f6a0-7c1a-7cc2-8b5e-000000000002";

/** What an association asks of one of two hosts, once it has chosen, and what that host answers. */
export function askingExamples({ origin, now, asker }: Where): Readonly<Record<string, unknown>> {
  const id = `${origin}/ap/relationships/0192f6a0-7c1a-7cc2-8b5e-000000000001`;
  const offer = `${origin}/ap/activities/0192f6a1-7c1a-7cc2-8b5e-000000000001`;
  const activity = (at: string, n: number) => `${at}/ap/activities/0192f6a1-7c1a-7cc2-8b5e-00000000000${n}`;
  const proposal = "https://hote-b.example/ap/proposals/0192f6a0-7c1a-7cc2-8b5e-000000000007";
  const signed = { proposal, sheet: `${proposal}/signed`, version: "mfX0yG7dE0cJg0vY1Jk5nq0gk9mS2o6Q3cQm4bq0Zc8" };
  const result = { kind: "quote", url: null, text: "Nextcloud et deux jours de formation.", amount: 58_000 } as const;
  const asking: AskingDocument = {
    ...{ id, subject: asker, object: host, beneficiary: "https://mastodon.example/users/asso", version: 5 },
    ...{ name: "Les Lavandières", need: "Un Nextcloud et une formation pour 12 personnes.", needs: ["file-sharing"] },
    ...{ territory: "com:67482", people: 12, budget: 60_000, currency: "EUR", period: "year", wished: "2027-03-01" },
    ...{ about: null, page: `${origin}/together/host/…`, rolesWanted: ["training"], standing: "led" },
    others: [
      {
        ...{ name: "Hôte A", page: `${origin}/@hote_a`, state: "lead", lead: true, chosen: true },
        ...{ actor: null, roles: [] },
      },
    ],
    ...{ chosen: "partner", leadName: "Hôte A", contact: "Claire, claire@asso.example", knownVersion: 2 },
    result: { ...result, currency: "EUR", period: "year", version: 1, paper: null },
    ...{
      declined: null,
      common: `${origin}/together/0192f6a0-7c1a-7cc2-8b5e-000000000009`,
      ending: null,
      reason: null,
    },
    ...{ published: now, updated: now, expires: new Date(now.getTime() + 60 * 86_400_000) },
  };
  const answer: AskingAnswerDocument = {
    ...{ id: answerAt, subject: host, object: asker, context: id, version: 3, answer: "partner", roles: ["training"] },
    ...{ words: "Nous formons sur place.", proposes: [], result: null, agreed: 1, published: now, updated: now },
  };
  const signedResult = { ...result, paper: signed } as const;
  // Who leads reads of the others who they are; the association has said no to the quote that all had signed.
  const leading = {
    ...{ version: 7, chosen: "lead" as const, leadName: "Hôte B", rolesWanted: ["hosting"] },
    others: [
      {
        ...{ name: "Hôte C", page: "https://hote-c.example/@hote_c", state: "partner", lead: false, chosen: true },
        ...{ actor: "https://hote-c.example/ap/actors/1", roles: ["training"] },
      },
    ],
    result: { ...signedResult, currency: "EUR", period: "year", version: 2 },
    declined: { version: 2, reason: "Un peu trop cher pour nous." },
  } as const;
  const ours = (n: number) => ({ id: activity(origin, n), actor: asker, to: host });
  const theirs = (n: number) => ({ id: activity("https://hote-b.example", n), actor: host, to: asker });
  return {
    "20-asking-offer": writeAskingOffer(ours(1), id, now),
    "20b-asking": writeAsking(asking),
    "20c-asking-accepted": writeAskingYesOrNo(theirs(2), offer, { yes: true, document: answerAt, reason: null }),
    "20d-asking-answer": writeAskingAnswer(answer),
    "20i-asking-lead": writeAsking({ ...asking, ...leading }),
    "20j-asking-signed-result": writeAskingAnswer({
      ...{ ...answer, version: 4, answer: "lead", roles: ["hosting"], words: null, agreed: null },
      result: { ...signedResult, currency: "EUR", period: "year", version: 2 },
    }),
    "20e-asking-refused": writeAskingYesOrNo(theirs(3), offer, { yes: false, document: answerAt, reason: "Complets." }),
    "20f-asking-news": writeAskingNews(ours(4), "Update", id),
    "20g-asking-taken-back": writeAskingUndo(ours(5), offer, id),
    "20h-asking-erased": writeAskingNews(ours(6), "Delete", id),
  };
}
