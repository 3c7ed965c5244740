import { z } from "@hono/zod-openapi";
import { shownStates } from "../availability/availability.ts";
import { decimalOf } from "../offers/price.ts";
import type { Facet, Findings, Found } from "./directory.ts";

const instant = z.iso.datetime();
const Amount = z.object({ amount: z.string(), currency: z.string() });

const FoundShape = z
  .object({
    host: z.object({
      ...{ name: z.string(), actor: z.string(), url: z.string() },
      own: z.boolean().describe("It is the host of this instance."),
    }),
    offer: z.object({
      ...{ title: z.string(), slug: z.string(), url: z.string(), actor: z.string(), proposal: z.string() },
      ...{ summary: z.string(), needs: z.array(z.string()) },
      partners: z
        .array(z.object({ name: z.string(), actor: z.string(), url: z.string() }))
        .describe(
          "Those who give it together with its host, each of whom has signed it; none where the host gives it alone.",
        ),
    }),
    availability: z.object({
      state: z.enum(shownStates).describe("“unknown” once what was said has expired."),
      slots: z.int().nullable(),
      nextOpening: z.string().nullable(),
      confirmed: instant.nullable(),
      expires: instant.nullable(),
    }),
    origin: z.string().describe("The instance that it comes from."),
    trust: z.int().min(0).max(4),
    confirmed: instant.describe("When its instance last said that this holds."),
    nearness: z.enum(["only", "priority", "fallback", "anywhere", "remote"]).nullable(),
    monthly: Amount.nullable().describe("What it costs a month for the quantity asked for."),
  })
  .openapi("Found");

const facets: readonly Facet[] = [
  ...(["needs", "audiences", "availability", "software", "isolation"] as const),
  ...(["accompaniment", "capabilities", "languages", "joint"] as const),
];
const Counts = z.array(z.object({ code: z.string(), count: z.int() }));

export const FindingsShape = z
  .object({
    items: z.array(FoundShape),
    next: z.string().nullable(),
    total: z.int(),
    facets: z.object(Object.fromEntries(facets.map((facet) => [facet, Counts])) as Record<Facet, typeof Counts>),
    corrected: z.array(z.object({ typed: z.string(), read: z.string() })),
    loosened: z.boolean().describe("No offer has all the words: these have some of them."),
    counted: z
      .object({ unit: z.enum(["GB", "users"]), count: z.int() })
      .nullable()
      .describe("The quantity by which prices were compared, where it is not the one asked for."),
  })
  .openapi("Findings");

type Shown = z.input<typeof FoundShape>;

const nobody = facets.map((facet): [Facet, z.input<typeof Counts>] => [facet, []]);
const origin = "https://pomme.example";
const actor = `${origin}/ap/actors/2c1f5c1e-53f7-4d0c-8a3c-0f5b8f6f2a77`;

/** What the call shows as its example. */
export const foundExample: z.input<typeof FindingsShape> = {
  items: [
    {
      host: { name: "La Pomme", actor, url: `${origin}/@la_pomme`, own: true },
      offer: {
        ...{ title: "Shared files and calendars", slug: "shared-files", url: `${origin}/offers/shared-files`, actor },
        proposal: `${origin}/ap/proposals/2c1f5c1e-53f7-4d0c-8a3c-0f5b8f6f2a77`,
        summary: "Files, calendars and contacts for your whole association, in one place.",
        ...{ needs: ["file-sharing"], partners: [] },
      },
      availability: { state: "unknown", slots: null, nextOpening: null, confirmed: null, expires: null },
      ...{ origin, trust: 4, confirmed: "2026-11-24T10:05:00.000Z", nearness: null, monthly: null },
    },
  ],
  ...{ next: null, total: 1, corrected: [], loosened: false, counted: null },
  facets: {
    ...Object.fromEntries(nobody),
    needs: [{ code: "file-sharing", count: 1 }],
    capabilities: [{ code: "hosting", count: 1 }],
    languages: [{ code: "en", count: 1 }],
    joint: [{ code: "no", count: 1 }],
  } as Record<Facet, z.input<typeof Counts>>,
};

/** What was found, as scripts read it. */
export function showFindings(findings: Findings): z.input<typeof FindingsShape> {
  const { items, next, total, corrected, loosened = false, counted = null } = findings;
  const shown = facets.map((facet) => [facet, findings.facets[facet].map((one) => ({ ...one }))]);
  return {
    ...{ items: items.map(showFound), next, total, loosened },
    facets: Object.fromEntries(shown),
    corrected: corrected.map((one) => ({ ...one })),
    counted: counted && { ...counted },
  };
}

function showFound({ host, offer, state, nearness, monthly }: Found): Shown {
  const { availability, content } = offer;
  return {
    host: { name: host.profile.name, actor: host.actor, url: host.url, own: host.own },
    offer: {
      ...{ title: content.title, slug: offer.slug, url: offer.url, actor: offer.actor, proposal: offer.proposal },
      ...{ summary: content.summary, needs: [...content.needs] },
      partners: offer.joint?.partners.map(({ name, actor, page }) => ({ name, actor, url: page })) ?? [],
    },
    availability: {
      ...{ state, slots: availability?.slots ?? null, nextOpening: availability?.nextOpening ?? null },
      confirmed: availability?.confirmed.toISOString() ?? null,
      expires: availability?.expires.toISOString() ?? null,
    },
    ...{ origin: host.origin, trust: host.trust, confirmed: host.confirmed.toISOString(), nearness },
    monthly: monthly && { amount: decimalOf(monthly.cents, monthly.currency), currency: monthly.currency },
  };
}
