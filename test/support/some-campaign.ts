import type { LocalCampaign } from "../../federation/actors/campaigns.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { asked } from "./funding.ts";

export const asker = "https://social.example/users/asso_velo";

/** A request of four cycling associations, as its account tells of it; with what the test changes. */
export function someCampaign({
  id,
  created,
  now,
  form = {},
  promises = {},
  ...more
}: Partial<Omit<FundingRequest, "terms" | "content">> & {
  readonly id: string;
  readonly created: Date;
  readonly now: Date;
  /** As a form sends them. */
  readonly form?: object;
  readonly promises?: Partial<LocalCampaign["promises"]>;
}): LocalCampaign {
  const page = "https://social.example/@asso_velo";
  return {
    request: {
      ...({ id, code: "7q4k", handle: "fonds_7q4k", state: "open", version: 2, steward: null } as const),
      requester: { id, kind: "actor", actor: asker, name: "Asso Vélo", address: asker, erased: null },
      ...asked({
        title: "Un Nextcloud pour quatre associations vélo",
        deadline: "2027-01-31",
        description: "600 € par an pour un Nextcloud partagé entre associations.",
        goal: { mode: "all-or-nothing", minimum: "600.00", period: "year" },
        ...{ minimumPledge: "5.00", presets: ["10.00", "20.00", "50.00"], territories: ["dep:69"], poll: true },
        ...form,
      }),
      ...{ closes: new Date("2027-01-31T23:00:00Z"), previous: null, original: `${asker}/statuses/1150001` },
      ...{
        created,
        changed: now,
        opened: created,
        extended: null,
        asked: null,
        committed: null,
        payment: null,
        ended: null,
      },
      ...more,
    },
    promises: {
      ...{ total: 12_050, participants: 3, pledges: 4, waiting: { pledges: 1, total: 5_000 } },
      help: { pledges: 1, hour: 6, day: 0, thing: 0 },
      ...promises,
    },
    asker: {
      ...{ name: "Asso Vélo", page, actor: asker },
      named: { href: asker, account: "asso_velo@social.example", page, inbox: `${asker}/inbox` },
    },
    ...{ version: "2.6", asOf: now },
  };
}
