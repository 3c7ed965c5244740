import type { SiteEvent } from "../../src/events.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { type Agreement, findAgreementOf, listAgreements } from "../../src/pledges/agreements.ts";
import { activityIri, agreementIri } from "../addresses.ts";
import { campaignIri } from "../agreements.ts";
import { repeat } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { writeAgreementNews } from "../vocabulary/agreement.ts";
import { derivedId } from "./ids.ts";

/** The events that are news of what was promised from other servers. */
export const agreementNews = [
  ...(["pledge-confirmed", "pledge-withdrawn", "pledge-lapsed"] as const),
  ...(["funding-confirmations-asked", "funding-committed", "funding-failed", "funding-cancelled"] as const),
] as const;

type News = Extract<SiteEvent, { readonly name: (typeof agreementNews)[number] }>;

/** Whoever promised from another server is told when there is news of that: an address to look at, or that it is no more. */
export async function tellAgreements(tx: Transaction, { origin }: Reach, event: News): Promise<void> {
  switch (event.name) {
    case "pledge-confirmed":
    case "pledge-withdrawn":
    case "pledge-lapsed": {
      const agreement = await findAgreementOf(tx, event.pledge);
      const news = event.name === "pledge-confirmed" ? "Update" : "Delete";
      return agreement ? sendAgreementNews(tx, origin, agreement, news, event.id) : undefined;
    }
    default:
      for (const agreement of await listAgreements(tx, event.request))
        await sendAgreementNews(tx, origin, agreement, "Update", event.id);
  }
}

/** Tells of one agreement; `of` is what it is news of. */
export async function sendAgreementNews(
  tx: Transaction,
  origin: string,
  { id: agreement, request, actor }: Agreement,
  type: "Update" | "Delete",
  of: string,
): Promise<void> {
  const row = await tx.selectFrom("remoteActors").select("inbox").where("id", "=", actor).executeTakeFirst();
  if (!row) return;
  const id = derivedId(of, agreement, type);
  const exchange = { id: activityIri(origin, id), actor: campaignIri(origin, request), to: actor };
  const body = JSON.stringify(writeAgreementNews(exchange, type, agreementIri(origin, agreement)));
  await repeat(tx, { id, actor: request, type, body, public: false }, row.inbox);
}
