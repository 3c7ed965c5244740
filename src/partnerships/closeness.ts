import type { Territory } from "../hosts/host.ts";
import { covers, parentsOf } from "../hosts/territories.ts";

/** How near a host is, the nearest first: from the same town to the same country, then from afar, then wherever. */
export const closenesses = ["com", "epci", "dep", "reg", "country", "remote", "anywhere"] as const;
export type Closeness = (typeof closenesses)[number];

/** Where somebody is there for people, and where it has its seat. */
export interface Whereabouts {
  readonly territory: Territory | null;
  readonly commune: string | null;
}

/** How near another host is to where an offer is for people; null where it is not there for them. */
export function closenessOf(offered: Territory | null, { territory, commune }: Whereabouts): Closeness | null {
  const ours = offered?.codes.filter(isPlace) ?? [];
  const theirs = territory?.codes.filter(isPlace) ?? [];
  const within = theirs.some((code) => ours.some((own) => covers([code], own) || covers([own], code)));
  if (territory?.policy === "only" && theirs.length > 0 && ours.length > 0 && !within)
    return territory.codes.includes("remote") ? "remote" : null;
  const levels = [...theirs, ...(commune === null ? [] : [commune])].flatMap((code) =>
    ours.flatMap((own) => levelOf(code, own) ?? []),
  );
  const [nearest] = levels.toSorted((a, b) => closenesses.indexOf(a) - closenesses.indexOf(b));
  return nearest ?? (territory?.codes.includes("remote") ? "remote" : "anywhere");
}

const isPlace = (code: string): boolean => code !== "remote";

/** The smallest place that holds both. */
function levelOf(code: string, own: string): Closeness | null {
  const around = new Set([own, ...parentsOf(own)]);
  const [shared] = [code, ...parentsOf(code)].filter((one) => around.has(one));
  return closenesses.find((level) => shared?.startsWith(`${level}:`)) ?? null;
}
