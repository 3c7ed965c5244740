import { z } from "zod";
import { readAmount } from "./amounts.ts";
import {
  asks,
  code,
  codes,
  context,
  emptyAsNull,
  given,
  inRange,
  line,
  money,
  periodOf,
  Result,
  type ResultDocument,
  spanOf,
  webPage,
  whole,
  words,
  writeResult,
} from "./asking-result.ts";
import { paragraphs } from "./html.ts";
import { embedRelationship, isOwn, isRelationship, relationshipShape } from "./relationship.ts";
import { address, instant, listOf, orNull, pick } from "./shapes.ts";

/** What an association asks of one of several hosts: a `Relationship` that this host alone can read at its address. */
export interface AskingDocument {
  readonly id: string;
  /** The actor that asks: the association's own, or the account of its site that takes in what people ask. */
  readonly subject: string;
  /** The actor of the host that is asked. */
  readonly object: string;
  /** For whom that account speaks, where it has an account of its own elsewhere. */
  readonly beneficiary: string | null;
  readonly version: number;
  readonly name: string;
  /** Plain text. */
  readonly need: string;
  readonly needs: readonly string[];
  readonly territory: string | null;
  readonly people: number | null;
  readonly budget: number | null;
  readonly currency: string;
  readonly period: string;
  /** "2027-01-31". */
  readonly wished: string | null;
  readonly about: string | null;
  /** The private page on which it can be read and answered too. */
  readonly page: string | null;
  readonly rolesWanted: readonly string[];
  readonly others: readonly OtherAsked[];
  readonly standing: (typeof standings)[number];
  readonly chosen: "lead" | "partner" | null;
  readonly leadName: string | null;
  readonly contact: string | null;
  readonly result: ResultDocument | null;
  /** The version of the result to which the association has said no, and why. */
  readonly declined: { readonly version: number; readonly reason: string } | null;
  /** The address that it has for all hosts asked; what several sign is about it. */
  readonly common: string | null;
  readonly ending: (typeof endings)[number] | null;
  /** Why the association has closed it. */
  readonly reason: string | null;
  /** The version of the host's answer that was read. */
  readonly knownVersion: number;
  readonly published: Date;
  readonly updated: Date;
  readonly expires: Date | null;
}

interface OtherAsked {
  readonly name: string;
  readonly page: string | null;
  readonly state: string;
  readonly lead: boolean;
  /** Whether the association has said yes to it. */
  readonly chosen: boolean;
  /** For the lead alone: its actor, and what it takes on. */
  readonly actor: string | null;
  readonly roles: readonly string[];
}

const standings = ["open", "led", "ended", "withdrawn", "expired"] as const;
const endings = ["offer", "quote", "no", "closed"] as const;

/** The document of an asking, for one of the hosts asked. */
export function writeAsking(asking: AskingDocument) {
  const { id, subject, object, beneficiary, page, about, wished, expires, leadName, contact, result } = asking;
  const { declined, common, ending, reason } = asking;
  const { territory, people, chosen } = asking;
  return {
    "@context": context,
    ...embedRelationship({ id, subject, object }, asks),
    ...{ name: asking.name, content: paragraphs(asking.need) },
    ...{ published: asking.published.toISOString(), updated: asking.updated.toISOString() },
    ...{ version: asking.version, askingState: asking.standing, knownVersion: asking.knownVersion },
    ...{ needs: asking.needs, rolesWanted: asking.rolesWanted },
    ...given({ url: page, context: about, beneficiary, territory, people, wished, chosen, lead: leadName, contact }),
    ...given({ endTime: expires?.toISOString() ?? null, result: result && writeResult(result) }),
    ...money(asking.budget, asking.currency),
    ...spanOf(asking.period),
    ...given({ commonId: common, ending, summary: reason && paragraphs(reason), declined: declined && no(declined) }),
    alsoAsked: asking.others.map(({ name, page: href, state, lead, chosen: taken, actor, roles }) => ({
      ...{ type: "Object", name, answer: state, lead },
      ...given({ url: href, chosen: taken ? (lead ? "lead" : "partner") : null, attributedTo: actor }),
      ...(roles.length > 0 && { rolesOffered: roles }),
    })),
    to: [object],
  };
}

const no = ({ version, reason }: NonNullable<AskingDocument["declined"]>) => ({
  ...{ type: "Object", version, content: paragraphs(reason) },
});

const Other = z
  .object({
    ...{ name: line(150), url: webPage, answer: code.default("asked"), lead: z.boolean().default(false) },
    ...{ chosen: orNull(z.enum(["lead", "partner"])), attributedTo: orNull(address), rolesOffered: codes },
  })
  .transform(({ name, url: page, answer: state, lead, chosen, attributedTo: actor, rolesOffered }): OtherAsked => {
    return { name, page, state, lead, chosen: chosen !== null, actor, roles: rolesOffered };
  });

const No = z
  .object({ version: whole, content: words(2_000) })
  .transform(({ version, content: reason }) => ({ version, reason }));

const Asking = z
  .object({
    ...relationshipShape(asks),
    ...{ name: line(150).pipe(z.string().min(1)), content: words(4_000) },
    ...{ url: webPage, context: webPage, published: instant, updated: orNull(instant), endTime: orNull(instant) },
    ...{ version: whole.default(1), askingState: z.enum(standings).default("open"), knownVersion: whole.default(0) },
    ...{ beneficiary: orNull(address), needs: codes, rolesWanted: codes, territory: orNull(code) },
    ...{ people: orNull(z.int().min(1).max(10_000_000)), budget: orNull(z.string().max(40)) },
    ...{ currency: z.string().max(3).default("EUR"), billingPeriod: orNull(z.string().max(10)) },
    ...{ wished: orNull(z.iso.date()), alsoAsked: listOf(z.unknown()), chosen: orNull(z.enum(["lead", "partner"])) },
    ...{ lead: orNull(line(150)), contact: orNull(line(300)), result: orNull(Result) },
    ...{
      declined: orNull(No),
      commonId: orNull(address),
      ending: orNull(z.enum(endings)),
      summary: orNull(words(2_000)),
    },
  })
  .refine(isOwn)
  .transform(({ attributedTo: _, relationship: __, type: ___, ...read }): AskingDocument => {
    const {
      content: need,
      url: page,
      context: about,
      askingState: standing,
      lead: leadName,
      alsoAsked,
      commonId: common,
      summary,
      ...rest
    } = read;
    const { budget, billingPeriod, endTime: expires, updated, published, currency, ...facts } = rest;
    return {
      ...{
        ...facts,
        need,
        page,
        about,
        standing,
        leadName,
        currency,
        expires,
        published,
        updated: updated ?? published,
        common,
        reason: emptyAsNull(summary),
      },
      ...{ budget: budget === null ? null : inRange(readAmount(budget, currency)), period: periodOf(billingPeriod) },
      others: pick(Other, alsoAsked).slice(0, 10),
    };
  });

/** What an association asks, from its document; null when this is none. */
export function readAsking(document: unknown): AskingDocument | null {
  return Asking.safeParse(document).data ?? null;
}

/** Whether something embedded says that it is an asking. */
export function isAsking(json: unknown): boolean {
  return isRelationship(json, asks);
}
