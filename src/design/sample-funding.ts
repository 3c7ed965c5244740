import type { Counted } from "../campaigns/campaigns.ts";
import type { Elsewhere } from "../campaigns/listing.ts";
import type { ShownPledge } from "../campaigns/shown-pledges.ts";
import type { FundingState, Goal, Party, Promises } from "../funding/funding.ts";
import type { FundingProposal } from "../funding/proposal.ts";

const day = 86_400_000;
const noHelp = { pledges: 0, hour: 0, day: 0, thing: 0 };
const euros = { currency: "EUR", period: null, optimum: null, participants: null };

/** A request that is so far; it closes in 23 days. */
function counted(now: Date, goal: Partial<Goal>, promised: Partial<Promises>, state: FundingState = "open"): Counted {
  const closes = new Date(now.getTime() + 22.5 * day);
  return {
    request: { ...{ state, closes, asked: null, ended: null }, terms: { goal: { ...euros, ...plain, ...goal } } },
    promises: {
      ...{ total: 0, participants: 0, pledges: 0, waiting: { pledges: 0, total: 0 }, help: noHelp },
      ...promised,
    },
  };
}

const plain = { mode: "all-or-nothing", minimum: 600_00 } as const;

/** Requests that are nowhere yet, on their way, and there. */
export function sampleCounts(now: Date) {
  const half = { total: 1_430_00, participants: 21, pledges: 23, waiting: { pledges: 1, total: 200_00 } };
  const both = { mode: "minimum-then-optimum", minimum: 1_800_00, optimum: 2_600_00 } as const;
  return {
    nobody: counted(now, {}, {}),
    some: counted(now, both, { ...half, help: { pledges: 2, hour: 3, day: 2, thing: 0 } }),
    heads: counted(
      now,
      { mode: "headcount", minimum: null, participants: 4 },
      { total: 60_00, participants: 3, pledges: 3 },
    ),
    met: counted(now, {}, { total: 640_00, participants: 12, pledges: 12 }, "reached"),
    recurring: counted(
      now,
      { mode: "recurring", minimum: 90_00, period: "month" },
      { total: 62_00, participants: 5, pledges: 5 },
    ),
  };
}

/** Somebody of the Fediverse who does not exist. */
const someone = (name: string): Party => ({
  ...{ id: name, kind: "actor", actor: "https://tilleul.example/actor", name, address: null, erased: null },
});

interface Names {
  readonly named: string;
  readonly hidden: string;
  readonly waiting: string;
  readonly help: string;
  readonly helpWords: string;
}

/** A promise of each sort, as its owner wants it seen. */
export function samplePledges(now: Date, names: Names): readonly ShownPledge[] {
  const made = new Date(now.getTime() - 3 * day);
  const money = { help: null, inKind: false, words: null, condition: null, validUntil: null, made };
  return [
    { ...money, id: "named", party: someone(names.named), amount: 150_00, state: "promised" },
    { ...money, id: "hidden", party: someone(names.hidden), amount: null, state: "confirmed" },
    { ...money, id: "anonymous", party: null, amount: 60_00, state: "promised" },
    {
      ...{ ...money, id: "waiting", party: someone(names.waiting), amount: 50_00, state: "waiting" },
      condition: { total: null, participants: 10 },
    },
    {
      ...{ ...money, id: "help", party: someone(names.help), amount: null, state: "promised", inKind: true },
      ...{ help: { count: 2, unit: "day" }, words: names.helpWords },
    },
  ];
}

/** An answer of a host, chosen. */
export function sampleAnswer(
  now: Date,
  words: { readonly by: string; readonly said: string; readonly terms: string },
): FundingProposal {
  return {
    ...{ id: "sample", request: "sample", party: someone(words.by), state: "chosen", visibility: "everyone" },
    broken: null,
    ...{ text: words.said, amount: 1_800_00, currency: "EUR", period: null, ready: "2027-04-01", terms: words.terms },
    ...{ url: null, made: now, changed: now },
  };
}

/** A request of another instance. */
export const sampleElsewhere = (now: Date, title: string, requester: string): Elsewhere => ({
  ...{ title, requester, url: "#cards-funding", origin: "https://valdorsene.example", state: "open", asOf: now },
  ...{ goal: { amount: 900_00, participants: null, currency: "EUR" }, total: 700_00, participants: 9 },
  ...{ closes: new Date(now.getTime() + 12 * day), needs: [], territories: [], language: "" },
});
