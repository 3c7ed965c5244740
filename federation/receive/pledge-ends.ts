import type { Transaction } from "../../src/foundation/database.ts";
import type { Outcome } from "../../src/foundation/outcome.ts";
import { type Agreement, findAgreement, findAgreementOf } from "../../src/pledges/agreements.ts";
import { digestOf } from "../../src/pledges/ledger.ts";
import { confirmPledge, withdrawPledge } from "../../src/pledges/making.ts";
import { crowdedBy, findPledgeMessage, notePledgeMessage, type PledgeMessage } from "../../src/pledges/messages.ts";
import type { Entry, PledgeRefusal } from "../../src/pledges/pledges.ts";
import { readLocal } from "../addresses.ts";
import { sameOrigin } from "../guard/origins.ts";
import { sendAgreementNews } from "../send/agreements.ts";
import type { Asking, Heard, ReceivingReach } from "./activity.ts";
import { findRequest, requestsNamed } from "./pledge.ts";
import { type Pledger, type Pledging, pledgerOf, refuseMessage } from "./pledge-answers.ts";
import type { Reference } from "./reference.ts";

/** Someone takes a promise back, for good; also one that has not come yet. Of somebody else's, nothing happens. False where it is about no request of ours. */
export async function takeBackPledge(
  tx: Transaction,
  reach: ReceivingReach,
  heard: Heard,
  undone: Reference,
): Promise<boolean> {
  const said = undone.id === null ? null : await findPledgeMessage(tx, undone.id);
  const offer = said?.actor === heard.actor ? said : null;
  const agreement = await agreementNamed(tx, reach.origin, undone.object);
  if (agreement !== null && agreement.actor !== heard.actor) return false;
  if (undone.type === null && offer === null) return false; // named only: nothing tells that it was a promise
  const known = [agreement?.request, offer?.request].flatMap((id) => id ?? []);
  const pledge = agreement?.pledge ?? offer?.pledge ?? null;
  const source = sourceOf(undone, heard.actor);
  if (pledge === null && source === null) return false;
  return say(tx, reach, heard, {
    requests: known.length > 0 ? known : requestsNamed(reach.origin, heard, null),
    news: "Delete",
    decide: ({ request, party, now }) => {
      const papers = { source, digest: digestOf(JSON.stringify(heard.object)) };
      return withdrawPledge(tx, pledge, 1, { request, by: party.id, now, papers });
    },
  });
}

async function agreementNamed(tx: Transaction, origin: string, named: string | null): Promise<Agreement | null> {
  const local = named === null ? null : readLocal(origin, named);
  return local?.thing === "agreement" ? findAgreement(tx, local.id) : null;
}

/** Under which id the promise was made, at their server: that of its agreement, else that of the Offer. */
function sourceOf({ id, object }: Reference, actor: string): string | null {
  if (object !== null && sameOrigin(object, actor)) return object;
  return id !== null && sameOrigin(id, actor) ? id : null;
}

/** Someone says again, once asked, that an agreement holds for them. */
export function confirmAgreement(reach: ReceivingReach, heard: Heard, id: string): Asking {
  return {
    answer: async (tx) => {
      const agreement = await findAgreement(tx, id);
      if (agreement === null || agreement.actor !== heard.actor) return;
      await say(tx, reach, heard, {
        requests: [agreement.request],
        news: "Update",
        decide: ({ request, party, now }) => confirmPledge(tx, agreement.pledge, { request, by: party.id, now }),
      });
    },
  };
}

interface Speaking {
  readonly requests: readonly string[];
  /** What is told when it is said again. */
  readonly news: "Update" | "Delete";
  decide(
    speaker: Pick<Pledger, "party"> & { readonly request: string; readonly now: Date },
  ): Promise<Outcome<Entry, PledgeRefusal>>;
}

/** False where it is about no request of ours. */
async function say(tx: Transaction, reach: ReceivingReach, heard: Heard, speaking: Speaking): Promise<boolean> {
  const now = new Date();
  const request = await findRequest(tx, speaking.requests);
  if (request === null) return false;
  const pledger = await pledgerOf(tx, heard.actor, now);
  if (pledger !== null) await decide({ tx, origin: reach.origin, request, pledger, message: heard.id }, speaking, now);
  return true;
}

async function decide(pledging: Pledging, speaking: Speaking, now: Date): Promise<void> {
  const { tx, request, pledger, message } = pledging;
  const known = await findPledgeMessage(tx, message);
  if (known !== null && known.actor !== pledger.actor) return;
  if (known !== null) return sayAgain(pledging, known, speaking.news);
  if ((await crowdedBy(tx, pledger.actor, now)) !== "room") return; // their server compares, and says it again
  const said = await speaking.decide({ request: request.id, party: pledger.party, now });
  if (!said.done && said.reason === "not-yours") return;
  const about = said.done
    ? { pledge: said.value.pledge, number: said.value.number, reason: null }
    : { pledge: null, number: null, reason: said.reason };
  await notePledgeMessage(tx, { message, actor: pledger.actor, request: request.id, ...about }, now);
  if (!said.done) await refuseMessage(pledging, said.reason);
}

async function sayAgain(pledging: Pledging, { pledge, reason }: PledgeMessage, news: Speaking["news"]): Promise<void> {
  if (reason !== null) return refuseMessage(pledging, reason as PledgeRefusal);
  const agreement = pledge === null ? null : await findAgreementOf(pledging.tx, pledge);
  if (agreement !== null) await sendAgreementNews(pledging.tx, pledging.origin, agreement, news, pledging.message);
}
