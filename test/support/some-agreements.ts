import {
  type Agreement,
  writeAcceptance,
  writeAccepted,
  writeAgreementNews,
  writeConfirmation,
  writeOffer,
  writePromise,
  writeRefusal,
} from "../../federation/vocabulary/agreement.ts";
import { writeOfferUndo } from "../../federation/vocabulary/exchange.ts";

interface Sides {
  readonly origin: string;
  /** Our host, who promises towards a request of another instance. */
  readonly host: string;
  /** A request of ours, and its proposal, towards which that instance's host promises. */
  readonly campaign: string;
  readonly proposal: string;
  readonly now: Date;
}

const there = "https://hote-b.example/ap";

/** All that is said of promises between two instances, by the name of its example: by who promises, and by who asks. */
export function agreementExamples({ origin, host, campaign, proposal, now }: Sides) {
  const uuid = (n: number) => `0192f1a0-0000-7000-8000-0000000000a${n}`;
  const activity = (n: number) => `${origin}/ap/activities/${uuid(n)}`;
  const stipulated = { toward: "primary", unit: "one", quantity: "20.50" } as const;
  const promise: Agreement = {
    ...{ id: `${origin}/ap/agreements/${uuid(1)}`, by: host, url: null, proposal: `${there}/proposals/1` },
    ...stipulated,
  };
  const accepted: Agreement = {
    ...{ id: `${origin}/ap/agreements/${uuid(2)}`, by: campaign, url: null, proposal, ...stipulated },
  };
  const offered = `${there}/activities/1`;
  const asHost = (n: number) => ({ id: activity(n), actor: host, to: `${there}/actors/2` });
  const asCampaign = (n: number) => ({ id: activity(n), actor: campaign, to: `${there}/actors/1` });
  const dates = { made: now, changed: now };
  const reason = "<p>Le plafond est atteint.</p>";
  return {
    "17-pledge-offer": writeOffer(asHost(3), promise, now),
    "17b-pledge-agreement": writePromise(promise, {
      ...{ to: `${there}/actors/2`, version: 1, visibility: "visible", words: null, until: null, ...dates },
      condition: { total: "600.00", participants: 4 },
    }),
    "17c-pledge-confirmed": writeConfirmation(asHost(4), `${there}/agreements/1`),
    "17d-pledge-taken-back": writeOfferUndo(asHost(5), activity(3), promise.id),
    "18-pledge-accepted": writeAcceptance(asCampaign(6), offered, accepted),
    "18b-accepted-agreement": writeAccepted(accepted, {
      ...{ version: 1, standing: "promised", confirmUntil: new Date(now.getTime() + 7 * 86_400_000), ...dates },
    }),
    "18c-pledge-refused": writeRefusal(asCampaign(7), offered, reason, "fr"),
    "18d-agreement-news": writeAgreementNews(asCampaign(8), "Update", accepted.id),
    "18e-agreement-lapsed": writeAgreementNews(asCampaign(9), "Delete", accepted.id),
  };
}
