import type { Territory } from "./host.ts";

export const policies: readonly Territory["policy"][] = ["only", "priority", "fallback", "anywhere"];

/** What holds for others where the host has not said it: they are answered, neighbours first. */
export const usualPolicy: Territory["policy"] = "priority";

const pattern =
  /^(com:[0-9][0-9AB][0-9]{3}|epci:[0-9]{9}|dep:([0-9]{2,3}|2[AB])|reg:[0-9]{2,3}|country:[A-Z]{2}|remote)$/;

/** Whether this is written like a territory: `com:16015`, `epci:200000172`, `dep:16`, `reg:75`, `country:FR`, `remote`. */
export function isTerritoryCode(code: string): boolean {
  return pattern.test(code);
}

/** The code as it is kept: some write a country as `iso:FR`. */
export function normalTerritoryCode(code: string): string {
  return code.replace(/^iso:(?=[A-Z]{2}$)/, "country:");
}
