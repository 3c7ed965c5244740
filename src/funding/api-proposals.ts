import { createRoute, z } from "@hono/zod-openapi";
import { amountPattern, centsOf, currencyDigits, decimalOf, type Period, periods } from "../offers/price.ts";
import { type Api, answers, bodyOf, invalid, needs, opens, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { pageShape } from "../web/paging.ts";
import { actorOf, orProblem, type Shown } from "./api-shapes.ts";
import { byCode, type FundingApiDeps, findVisible, paths, shownWith } from "./api-shown.ts";
import { words } from "./api-words.ts";
import { hostParty } from "./parties.ts";
import { type FundingProposal, type ProposalContent, proposalStates, proposalVisibilities } from "./proposal.ts";
import { chooseProposal, listProposals, makeProposal } from "./proposals.ts";

const { operations } = words.en;
const tags = ["funding"];
const missing = refuses("There is no such request", ["not-found"]);

const ProposalShape = z
  .object({
    id: z.string(),
    request: z.string(),
    by: z.string().nullable(),
    name: z.string(),
    state: z.enum(proposalStates),
    visibility: z.enum(proposalVisibilities),
    text: z.string(),
    amount: z.string().nullable(),
    currency: z.string().nullable(),
    period: z.string().nullable(),
    ready: z.string().nullable(),
    terms: z.string().nullable(),
    url: z.string().nullable(),
    provider: z.string().nullable().describe("The host, where somebody answers for it with their own account."),
    partners: z
      .array(
        z.object({
          ...{ actor: z.string(), name: z.string(), page: z.string(), roles: z.array(z.string()) },
          stamp: z.string().nullable(),
        }),
      )
      .describe("The other hosts that give this answer together, as all of them have agreed, each with its signature."),
    version: z.string().nullable().describe("The version that all of them have signed."),
    broken: z.iso.datetime().nullable().describe("Since when not all of them stand by it; null while they do."),
    made: z.iso.datetime(),
  })
  .openapi("FundingProposal");

const long = z.string().trim().min(1, "some words").max(5_000);

const NewProposal = z.strictObject({
  text: long,
  amount: z
    .string('an amount like "600.00", as text')
    .regex(amountPattern, 'an amount like "600.00"')
    .nullable()
    .default(null),
  currency: z.enum(Object.keys(currencyDigits), "a currency like EUR").default("EUR"),
  period: z.enum(periods, "once, day, month, quarter or year").nullable().default(null),
  ready: z.iso.date("a day like 2027-03-01").nullable().default(null),
  terms: long.nullable().default(null),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable()
    .default(null),
  visibility: z.enum(proposalVisibilities, "everyone or requester").default("everyone"),
});

const proposed: z.input<typeof NewProposal> = {
  ...{
    text: "A shared Nextcloud, with training for two people of each association.",
    amount: "580.00",
    period: "year",
  },
  ...{ ready: "2027-03-01", terms: "Leave at any time, with all your files." },
};
const example: z.input<typeof ProposalShape> = {
  ...{ id: "0192f3ab-0000-7000-8000-000000000001", request: "7q4k", state: "made", visibility: "everyone" },
  ...{ by: "https://pomme.example/ap/actors/0192f1a0-0000-7000-8000-000000000001", name: "La Pomme" },
  ...{ text: proposed.text, amount: "580.00", currency: "EUR", period: "year", ready: "2027-03-01" },
  ...{
    terms: "Leave at any time, with all your files.",
    url: null,
    provider: null,
    partners: [],
    ...{ version: null, broken: null },
    made: "2026-11-24T10:00:00.000Z",
  },
};

const list = createRoute({
  ...{
    method: "get",
    path: paths.proposals,
    operationId: "listFundingProposals",
    tags,
    ...operations.listFundingProposals,
  },
  request: { params: byCode },
  responses: {
    200: answers(pageShape(ProposalShape), "The answers, the first one first", { items: [example], next: null }),
    404: missing,
  },
});

const make = createRoute({
  ...{ method: "post", path: paths.proposals, operationId: "makeFundingProposal", tags, ...needs("admin") },
  ...operations.makeFundingProposal,
  request: { params: byCode, body: bodyOf(NewProposal, proposed), headers: IdempotencyKey },
  responses: {
    201: answers(ProposalShape, "The answer", example),
    404: missing,
    409: refuses("The request takes no answer of this host", ["wrong-state", "hosts-not-called"]),
    422: refuses("The answer cannot be read", ["invalid"]),
  },
});

const choose = createRoute({
  ...{ method: "post", path: paths.choice, operationId: "chooseFundingProposal", tags, ...needs("admin") },
  ...operations.chooseFundingProposal,
  request: { params: byCode.extend({ proposal: z.uuid().openapi({ example: example.id }) }), headers: IdempotencyKey },
  responses: {
    200: answers(ProposalShape, "The answer, chosen", { ...example, state: "chosen" }),
    403: refuses("The request is somebody else's", ["not-allowed"]),
    404: refuses("There is no such request or answer", ["not-found"]),
    409: refuses("This answer cannot be chosen", ["wrong-state", "chosen-already", "not-signed-now"]),
  },
});

/** What hosts answer to requests. */
export function proposalRoutes(api: Api, deps: FundingApiDeps & OnceDeps): void {
  api.openapi(list, async (c) => {
    const request = await findVisible(deps.db, c.req.valid("param").id, c.get("scope"));
    const shown = await shownWith(deps.db, deps);
    const reading = opens(c.get("scope"), "admin") ? await findOwn(deps) : null;
    const items = await listProposals(deps.db, request, reading);
    return c.json({ items: items.map((one) => show(one, request.code, shown)), next: null }, 200);
  });
  api.openapi(make, (c) =>
    once(c, deps, async (tx) => {
      const now = deps.now();
      const { id: by } = await hostParty(tx, now);
      const { code } = await findVisible(tx, c.req.valid("param").id, c.get("scope"));
      const made = orProblem(
        await makeProposal(tx, code, contentOf(c.req.valid("json")), { by, now, site: deps.origin }),
      );
      return c.json(show(made, code, await shownWith(tx, deps)), 201);
    }),
  );
  api.openapi(choose, (c) =>
    once(c, deps, async (tx) => {
      const now = deps.now();
      const { id, proposal } = c.req.valid("param");
      const { id: by } = await hostParty(tx, now);
      const { code } = await findVisible(tx, id, "admin");
      const chosen = orProblem(await chooseProposal(tx, code, proposal, { by, now }));
      return c.json(show(chosen, code, await shownWith(tx, deps)), 200);
    }),
  );
}

async function findOwn({ db, now }: FundingApiDeps): Promise<string> {
  return (await db.transaction().execute((tx) => hostParty(tx, now()))).id;
}

function contentOf({ amount, currency, ...rest }: z.output<typeof NewProposal>): ProposalContent {
  if (amount === null) return { ...rest, amount: null, currency: null };
  const cents = centsOf(amount, currency);
  if (cents === null) {
    const fault = { path: "amount", reason: `It must be an amount with the digits of ${currency}.`, code: "custom" };
    throw invalid([fault]);
  }
  return { ...rest, amount: cents, currency };
}

function show({ party, made, changed: _, joint, broken, ...rest }: FundingProposal, request: string, shown: Shown) {
  const { amount, currency } = rest;
  return {
    ...{ ...rest, request, by: actorOf(party, shown), name: party.name, made: made.toISOString() },
    amount: amount === null || currency === null ? null : decimalOf(amount, currency),
    period: rest.period satisfies Period | null,
    provider: rest.provider ?? null,
    ...{ version: joint?.version ?? null, broken: broken?.toISOString() ?? null },
    partners: (rest.partners ?? []).map((one) => ({ ...one, roles: [...one.roles] })),
  };
}
