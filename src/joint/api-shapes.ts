import { z } from "@hono/zod-openapi";
import { codesOf, isCode } from "../hosts/vocabularies.ts";
import { NewOfferInput } from "../offers/input.ts";
import type { JointTerms, Money, Share } from "../offers/joint-terms.ts";
import { amountPattern, centsOf, currencyDigits, decimalOf, periods } from "../offers/price.ts";
import { Problem } from "../web/problem.ts";
import { refusalWords } from "./desk-done-words.ts";
import {
  type JointInvitation,
  type JointPaper,
  type JointRefusal,
  jointKinds,
  jointStates,
  type Named,
  partnerStates,
  partStates,
} from "./joint.ts";

const MoneyShape = z.object({ amount: z.string(), currency: z.string(), period: z.enum(periods) });
const ShareShape = z.union([MoneyShape, z.object({ percent: z.number() })]);

const PartnerShape = z.object({
  actor: z.string(),
  name: z.string(),
  page: z.string(),
  roles: z.array(z.string()),
  does: z.string().nullable(),
  share: ShareShape.nullable(),
  state: z.enum(partnerStates),
  part: z.enum(partStates).nullable(),
});

/** What several hosts sign together, as the API shows it: at the one who leads, and at each who is asked. */
export const JointOfferShape = z
  .object({
    ...{ id: z.string(), kind: z.enum(jointKinds), leading: z.boolean(), state: z.enum(jointStates) },
    ...{ title: z.string(), slug: z.string().nullable(), handle: z.string().nullable(), url: z.string().nullable() },
    ...{ version: z.string(), inForce: z.string().nullable() },
    lead: z.object({ actor: z.string(), name: z.string(), page: z.string(), roles: z.array(z.string()) }),
    partners: z.array(PartnerShape),
    ...{ invoicing: z.string(), supportEntry: z.string().nullable(), liability: z.string().nullable() },
    onLeaving: z.object({ mode: z.enum(["suspend", "shrink"]), words: z.string().nullable() }),
    ...{ text: z.string().nullable(), total: MoneyShape.nullable(), changed: z.iso.datetime() },
  })
  .openapi("JointOffer");
export type JointOfferShape = z.infer<typeof JointOfferShape>;

const role = z
  .string()
  .refine((code) => isCode("partnershipRoles", code), "a role like hosting or training")
  .meta({ enum: [...codesOf("partnershipRoles")] });
const words = (longest: number) => z.string().trim().min(1, "some words").max(longest).nullable().default(null);
const MoneyInput = z
  .strictObject({
    amount: z.string('an amount like "120.00", as text').regex(amountPattern, 'an amount like "120.00"'),
    currency: z.enum(Object.keys(currencyDigits), "a currency like EUR").default("EUR"),
    period: z.enum(periods, "once, day, month, quarter or year").default("year"),
  })
  .transform(({ amount, ...rest }): Money => ({ ...rest, amount: centsOf(amount, rest.currency) ?? 0 }));
const ShareInput = z.union([z.strictObject({ percent: z.number().min(0).max(100) }), MoneyInput]);
const part = {
  roles: z.array(role).min(1, "one role at least").max(9).readonly(),
  does: words(2_000),
  share: ShareInput.nullable().default(null),
};

const { title, slug, summary, language, needs, tiers } = NewOfferInput.in.shape;

/** A joint offer to draft and to ask for at once. Partners are named by their page, their account or their actor. */
export const NewJointOffer = z.strictObject({
  ...{ title, slug, summary, language, needs, tiers },
  partners: z
    .array(z.strictObject({ actor: z.string().trim().min(1, "an address").max(2_048), ...part }))
    .min(1, "one partner at least")
    .max(11),
  lead: z
    .strictObject({ ...part, roles: part.roles.default(["lead"]) })
    .default({ roles: ["lead"], does: null, share: null }),
  invoicing: z.string().trim().min(1).max(2_048).nullable().default(null),
  supportEntry: words(2_048),
  liability: words(5_000),
  onLeaving: z
    .strictObject({ mode: z.enum(["suspend", "shrink"], "suspend or shrink"), words: words(2_000) })
    .default({ mode: "suspend", words: null }),
  text: words(5_000),
  total: MoneyInput.nullable().default(null),
});

/** Which version is accepted; without it, the one that is asked for. */
export const AcceptanceInput = z.strictObject({ version: z.string().max(100).nullable().default(null) }).optional();

/** Why our host refuses or leaves. */
export const ReasonInput = z.strictObject({ reason: words(2_000) }).optional();

const showMoney = ({ amount, currency, period }: Money) => ({ amount: decimalOf(amount, currency), currency, period });
const showShare = (share: Share) => ("percent" in share ? share : showMoney(share));

function showTerms({ invoicing, supportEntry, liability, onLeaving, text, total }: JointTerms) {
  return { invoicing, supportEntry, liability, onLeaving, text, total: total && showMoney(total) };
}

const partFor = ({ parts }: JointTerms, actor: string) => {
  const { roles = [], does = null, share = null } = parts.find((one) => one.actor === actor) ?? {};
  return { roles: [...roles], does, share: share && showShare(share) };
};

/** Something that our host leads. */
export function showPaper(paper: JointPaper, own: Named, offer: { slug: string; handle: string; url: string } | null) {
  const { terms, partners, inForce, changed } = paper;
  return {
    ...{ id: paper.id, kind: paper.kind, leading: true, state: paper.state, title: paper.title },
    ...{ slug: offer?.slug ?? null, handle: offer?.handle ?? null, url: offer?.url ?? paper.about },
    ...{ version: paper.version, inForce: inForce?.version ?? null },
    lead: { ...own, roles: partFor(terms, own.actor).roles },
    partners: partners.map(({ actor, name, page, state, part: open }) => {
      return { actor, name, page, state, part: open, ...partFor(terms, actor) };
    }),
    ...{ ...showTerms(terms), changed: changed.toISOString() },
  } satisfies JointOfferShape;
}

/** Something that our host is asked to sign; ours is one of its partners. */
export function showInvitation(invitation: JointInvitation, own: Named): JointOfferShape {
  const { terms, lead, partners, state, changed } = invitation;
  const ours = { ...own, state: ownState(state), part: invitation.part, ...partFor(terms, own.actor) };
  const others = partners.filter(({ actor }) => actor !== own.actor && actor !== lead.actor);
  return {
    ...{ id: invitation.id, kind: invitation.kind, leading: false, state: invitation.leadState },
    ...{ title: invitation.title, slug: null, handle: null, url: invitation.page ?? invitation.about },
    ...{ version: invitation.version, inForce: invitation.inForce },
    lead: { ...lead, roles: partFor(terms, lead.actor).roles },
    partners: [ours, ...others.map((one) => ({ ...one, part: null, ...partFor(terms, one.actor) }))],
    ...{ ...showTerms(terms), changed: changed.toISOString() },
  };
}

const ownState = (state: JointInvitation["state"]): "invited" | "accepted" | "refused" | "left" =>
  state === "withdrawn" ? "invited" : state === "ended" ? "left" : state;

/** A refusal as a problem. */
export function jointProblem(reason: JointRefusal): Problem {
  return new Problem(late.has(reason) ? 409 : 422, reason, refusalWords.en[reason]);
}

const late: ReadonlySet<JointRefusal> = new Set<JointRefusal>([
  ...(["wrong-state", "other-version", "not-signed", "already-joint", "offer-not-draft"] as const),
]);
