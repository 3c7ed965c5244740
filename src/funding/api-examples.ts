import type { z } from "@hono/zod-openapi";
import type { FundingShape } from "./api-shapes.ts";
import type { NewFundingInput } from "./form.ts";

/** What the calls show as examples. */
export const fundingAsked: z.input<typeof NewFundingInput> = {
  title: "A Nextcloud for four cycling associations",
  kind: "shared-purchase",
  needs: ["file-sharing"],
  description: "600 € a year for files that four associations share.",
  language: "en",
  goal: { mode: "all-or-nothing", minimum: "600.00", currency: "EUR", period: "year" },
  minimumPledge: "5.00",
  presets: ["20.00", "50.00"],
  deadline: "2027-06-30",
};

const code = "7q4k";

export const fundingDraft: FundingShape = {
  ...{ id: code, state: "draft", kind: "shared-purchase", title: fundingAsked.title, needs: ["file-sharing"] },
  ...{ description: fundingAsked.description, language: "en" },
  goal: {
    ...{
      mode: "all-or-nothing",
      minimum: "600.00",
      optimum: null,
      participants: null,
      currency: "EUR",
      period: "year",
    },
  },
  ...{ minimumPledge: "5.00", maximumPledge: null, cap: null, presets: ["20.00", "50.00"] },
  ...{ deadline: "2027-06-30", extension: null, license: null, beneficiaries: null, territories: [] },
  ...{ helpWanted: null, returns: null, steward: null, call: { to: "everyone" }, poll: false },
  requester: { name: "La Pomme", actor: "https://pomme.example/ap/actors/0192f1a0-0000-7000-8000-000000000001" },
  ...{ total: "0.00", pledges: 0, participants: 0, remaining: "600.00", waiting: { pledges: 0, total: "0.00" } },
  ...{
    help: { pledges: 0, hour: 0, day: 0, thing: 0 },
    confirmationsUntil: null,
    payment: null,
    previous: null,
    news: [],
    handle: null,
  },
  actor: "https://pomme.example/ap/actors/0192f1c7-0000-7000-8000-000000000001",
  proposal: "https://pomme.example/ap/proposals/0192f1c7-0000-7000-8000-000000000001",
  url: `https://pomme.example/funding/${code}`,
  ...{ origin: "https://pomme.example", asOf: null },
  ...{ created: "2026-11-24T10:00:00.000Z", opened: null, ended: null },
};

export const fundingOpened: FundingShape = {
  ...fundingDraft,
  ...{ state: "open", handle: `fonds_${code}`, opened: "2026-11-24T10:00:00.000Z" },
};

const { news: _, ...listed } = fundingOpened;
export const fundingListed: FundingShape = listed;

export const fundingStarted: FundingShape = {
  ...{ ...fundingOpened, state: "delivering", total: "600.00", remaining: "0.00", pledges: 1, participants: 1 },
  payment: "https://caisse.example/velo",
};

export const fundingExtended: FundingShape = { ...fundingOpened, deadline: "2027-08-31", extension: "2027-08-31" };

export const fundingReopened: FundingShape = {
  ...{ ...fundingDraft, previous: "https://pomme.example/ap/actors/0192f1a4-0000-7000-8000-000000000001" },
};

export const fundingCancelled: FundingShape = {
  ...{ ...fundingOpened, state: "cancelled", ended: "2026-11-24T10:00:00.000Z" },
};
