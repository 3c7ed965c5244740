import { type ShownState, shownState, takesIn } from "../availability/availability.ts";
import type { ListedHost, ListedOffer } from "../catalogue/catalogue.ts";
import type { Territory } from "../hosts/host.ts";
import type { OfferContent } from "../offers/offer.ts";
import { type Closeness, closenesses, closenessOf } from "./closeness.ts";

/** A part that an offer lacks and that another host could take: a code of `partnershipRoles`, and what shows that it lacks. */
export interface Lack {
  readonly role: string;
  readonly because: "needs-partner" | "not-included" | "no-support";
}

/** What in the accompaniment of an offer stands for which part. */
export const accompanimentFor: Readonly<Record<string, readonly string[]>> = {
  training: ["training", "train-the-trainer"],
  support: ["support", "follow-up-short", "follow-up-long"],
  accompaniment: [
    ...["awareness", "diagnostic", "strategy", "specification", "installation", "data-migration"],
    ...["user-community", "exit-assistance"],
  ],
};

/** What an offer lacks, by what it says itself; what its host gives besides, outside of this offer, is no lack. */
export function lacksOf(
  { requiresPartnerRole, accompaniment, support }: OfferContent,
  ours: readonly string[],
): readonly Lack[] {
  const needed: Lack[] =
    requiresPartnerRole === null ? [] : [{ role: requiresPartnerRole, because: "needs-partner" as const }];
  const missing = Object.entries(accompanimentFor).flatMap(([role, codes]): readonly Lack[] => {
    if (ours.includes(role) || codes.some((code) => accompaniment.included.includes(code))) return [];
    if (codes.some((code) => accompaniment.notIncluded.includes(code))) return [{ role, because: "not-included" }];
    return role === "support" && support.included === false ? [{ role, because: "no-support" }] : [];
  });
  return [...needed, ...missing.filter(({ role }) => role !== requiresPartnerRole)];
}

/** Why a host is thought of for a part: it says that it can, one of its offers includes it, or it does so for others. */
type Sign = "capability" | "offer" | "partnership";

/** A host that could take a part, and why. */
export interface Giver {
  readonly host: ListedHost;
  readonly role: string;
  readonly closeness: Closeness;
  readonly signs: readonly Sign[];
  /** One of its offers that includes it. */
  readonly offer: ListedOffer | null;
  /** How that offer stands, else the most open of its offers. */
  readonly state: ShownState;
}

/** A host with all that it offers, and the parts that it plays with others. */
export interface Candidate {
  readonly host: ListedHost;
  readonly offers: readonly ListedOffer[];
  readonly plays: readonly string[];
}

/** The hosts that could take a part where an offer is for people: the nearest first, those that take people in before the others. */
export function giversOf(
  role: string,
  offered: Territory | null,
  candidates: readonly Candidate[],
  now: Date,
): readonly Giver[] {
  return candidates.flatMap((candidate) => giverOf(role, offered, candidate, now) ?? []).toSorted(before);
}

function giverOf(role: string, offered: Territory | null, candidate: Candidate, now: Date): Giver | null {
  const { host, offers, plays } = candidate;
  if (host.own || host.profile.closing !== null) return null;
  const closeness = closenessOf(offered, host.profile);
  const including = mostOpen(
    offers.filter((offer) => includes(offer, role)),
    now,
  );
  const signs: Sign[] = [
    ...(host.profile.capabilities.some((can) => can === capabilityFor(role)) ? ["capability" as const] : []),
    ...(including ? ["offer" as const] : []),
    ...(plays.includes(role) ? ["partnership" as const] : []),
  ];
  const fits = role === "local-presence" ? isLocal(closeness) : signs.length > 0;
  if (closeness === null || !fits) return null;
  const shown = including ?? mostOpen(offers, now);
  return { host, role, closeness, signs, offer: including, state: shownState(shown?.availability ?? null, now) };
}

/** What a host says that it can, for a part. */
function capabilityFor(role: string): string {
  return role === "backup-site" || role === "continuity" || role === "lead" ? "hosting" : role;
}

const isLocal = (closeness: Closeness | null): boolean =>
  closeness !== null && closenesses.indexOf(closeness) <= closenesses.indexOf("dep");

function includes({ content }: ListedOffer, role: string): boolean {
  const codes = accompanimentFor[role] ?? [];
  const written = codes.some((code) => content.accompaniment.included.includes(code));
  return written || (role === "support" && content.support.included === true);
}

const openness = (state: ShownState): number => (takesIn(state) ? 0 : state === "unknown" ? 1 : 2);

function mostOpen(offers: readonly ListedOffer[], now: Date): ListedOffer | null {
  const rank = ({ availability }: ListedOffer) => openness(shownState(availability, now));
  return offers.toSorted((one, other) => rank(one) - rank(other))[0] ?? null;
}

function before(one: Giver, other: Giver): number {
  return (
    closenesses.indexOf(one.closeness) - closenesses.indexOf(other.closeness) ||
    openness(one.state) - openness(other.state) ||
    other.signs.length - one.signs.length ||
    one.host.profile.name.localeCompare(other.host.profile.name)
  );
}
