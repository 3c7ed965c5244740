import { z } from "zod";
import { type FundingSheet, fundingKinds, fundingModes, fundingStates } from "../../src/funding/funding.ts";
import { type Cents, periods } from "../../src/offers/price.ts";
import { readAmount, writeAmount } from "./amounts.ts";
import { instant, orNull } from "./shapes.ts";

/** The data sheet of a funding request as JSON, all amounts as decimal strings; `id` is where it stands. */
export function writeRequestSheet(sheet: FundingSheet, id: string) {
  const { terms, content, promises, requester, closes, opened, extended, confirmUntil, committed, ended } = sheet;
  const { goal, ...bounds } = terms;
  const amount = (cents: Cents | null) => (cents === null ? null : writeAmount(cents, goal.currency));
  const { actor, proposal, handle, code, url, version, asOf, state, original, previous } = sheet;
  return {
    ...{ id, actor, proposal, handle, code, url, version, asOf, state, original, previous },
    ...{ opened, closes, extended, confirmUntil, committed, ended },
    requester: { name: requester.name, url: requester.address, actor: requester.actor },
    request: {
      ...{ ...content, ...bounds },
      goal: { ...goal, minimum: amount(goal.minimum), optimum: amount(goal.optimum) },
      minimumPledge: amount(terms.minimumPledge),
      maximumPledge: amount(terms.maximumPledge),
      cap: amount(terms.cap),
      presets: content.presets.map(amount),
    },
    promised: {
      ...{ total: amount(promises.total), pledges: promises.pledges, participants: promises.participants },
      waiting: { pledges: promises.waiting.pledges, total: amount(promises.waiting.total) },
      help: promises.help,
    },
  };
}

/** Where a sheet came from, and when. */
export interface SheetSource {
  /** Of the instance that served it; its own addresses must be of this origin. */
  readonly origin: string;
  readonly now: Date;
}

/** The largest data sheet of a request that is read, in bytes of JSON. */
export const largestRequestSheet = 64 * 1024;

/** What an instance says of a funding request of its own, with its amounts in cents; null when it cannot be read. A date of it that is yet to come is now. */
export function readRequestSheet(json: unknown, { origin, now }: SheetSource): FundingSheet | null {
  const { data } = fits(json) ? Document.safeParse(json) : {};
  if (!data || ![data.actor, data.proposal, data.url].every((address) => isAt(address, origin))) return null;
  return { ...data, asOf: earlier(data.asOf, now), opened: earlier(data.opened, now) };
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

const isAt = (address: string, origin: string): boolean => new URL(address).origin === origin;

// PostgreSQL keeps no NUL and no half of a pair.
function fits(json: unknown): boolean {
  const text = JSON.stringify(json) ?? "";
  return Buffer.byteLength(text) <= largestRequestSheet && !/\\u(0000|d[89a-f])/i.test(text);
}

const address = z.url({ protocol: /^https?$/ }).max(2_048);
const link = address.nullable().catch(null);
const count = z.int().min(0);
const amount = z.string().max(20);
const maybe = z.string().max(20_000).nullable().default(null);
const codes = z.array(z.string().max(100)).max(300).readonly().default([]);
const Deadline = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).nullable();

const Request = z.object({
  title: z.string().trim().min(1).max(300),
  kind: z.enum(fundingKinds),
  ...{ needs: codes, territories: codes, presets: z.array(amount).max(300).readonly().default([]) },
  description: z.string().max(20_000).default(""),
  language: z.string().max(35).default("und"),
  goal: z.object({
    ...{ mode: z.enum(fundingModes), minimum: amount.nullable(), optimum: amount.nullable() },
    ...{ participants: count.nullable(), currency: z.string().length(3), period: z.enum(periods).nullable() },
  }),
  ...{ minimumPledge: amount.nullable(), maximumPledge: amount.nullable(), cap: amount.nullable() },
  ...{ deadline: Deadline, extension: Deadline, license: z.string().max(100).nullable() },
  ...{ beneficiaries: maybe, helpWanted: maybe, returns: maybe, steward: maybe },
  call: z
    .union([
      z.object({ to: z.enum(["everyone", "nobody"]) }),
      z.object({ to: z.literal("some"), hosts: z.array(address).max(300) }),
    ])
    .catch({ to: "nobody" }),
  poll: z.boolean().default(false),
});

const Promised = z.object({
  ...{ total: amount, pledges: count, participants: count },
  waiting: z.object({ pledges: count, total: amount }),
  help: z.object({ pledges: count, hour: count, day: count, thing: count }),
});

const Document = z
  .object({
    ...{ actor: address, proposal: address, url: address },
    code: z.string().regex(/^[a-z0-9]{1,20}$/),
    handle: z.string().regex(/^[a-z0-9_]{1,30}$/i),
    version: z.string().min(1).max(100),
    state: z.enum(fundingStates).exclude(["draft"]),
    ...{ original: link, previous: link, asOf: instant, opened: instant, closes: orNull(instant) },
    ...{ extended: orNull(instant), confirmUntil: orNull(instant), committed: orNull(instant), ended: orNull(instant) },
    requester: z.object({ name: z.string().max(300), url: link, actor: link }),
    request: Request,
    promised: Promised,
  })
  .transform(({ request, requester, promised, ...sheet }, context): FundingSheet => {
    const sum = (text: string): Cents => {
      const cents = readAmount(text, request.goal.currency);
      if (cents === null) context.addIssue("an amount that cannot be read");
      return cents ?? 0;
    };
    const read = (text: string | null): Cents | null => (text === null ? null : sum(text));
    const { kind, goal, deadline, extension, license, minimumPledge, maximumPledge, cap, presets, ...words } = request;
    const bounds = { minimumPledge: read(minimumPledge), maximumPledge: read(maximumPledge), cap: read(cap) };
    const { waiting } = promised;
    return {
      ...sheet,
      requester: { name: requester.name, address: requester.url, actor: requester.actor },
      terms: {
        ...{ kind, deadline, extension, license, ...bounds },
        goal: { ...goal, minimum: read(goal.minimum), optimum: read(goal.optimum) },
      },
      content: { ...words, presets: presets.map(sum) },
      promises: { ...promised, total: sum(promised.total), waiting: { ...waiting, total: sum(waiting.total) } },
    };
  });
