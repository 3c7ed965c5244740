import type { Territory } from "../hosts/host.ts";
import { listCommunes, parentsOf } from "../hosts/territories.ts";
import type { Nearness } from "./directory.ts";

/** Where somebody is: the communes that this may be, and all that lies around them, by how near it is. */
export interface Place {
  /** From the commune to the region: whoever names one of these is near. */
  readonly near: readonly (readonly string[])[];
  /** All of them, and the country. */
  readonly around: ReadonlySet<string>;
}

/** A code, or a postcode, which several communes may share. */
export function placeOf(territory: string): Place {
  const codes = /^\d{5}$/.test(territory) ? listCommunes(territory) : [territory];
  const around = new Set(codes.flatMap((code) => [code, ...parentsOf(code)]));
  const near = levels.map((level) => [...around].filter((code) => code.startsWith(`${level}:`)));
  return { near, around };
}

const levels = ["com", "epci", "dep", "reg"];

/** Which of what the host said holds for somebody there; null where it is not there for them. */
export function nearnessOf(territory: Territory | null, { around }: Place): Nearness | null {
  if (territory === null || territory.policy === "anywhere") return "anywhere";
  const { codes, policy } = territory;
  if (codes.some((code) => around.has(code))) return policy === "only" ? "only" : "priority";
  if (codes.includes("remote")) return "remote";
  if (policy === "only") return null;
  return policy === "fallback" ? "fallback" : "anywhere";
}
