import type { Territory } from "../hosts/host.ts";
import { isTerritory } from "../hosts/territories.ts";
import { normalTerritoryCode, policies } from "../hosts/territory.ts";
import { addAside, type Fields, misread, report, takeText, takeTexts } from "./fields.ts";

/** Where someone is there for people; a policy that is not known counts as "priority", the mildest. */
export function readTerritory(fields: Fields | null): Territory | null {
  if (fields === null) return null;
  const codes = takeTexts(fields, "codes").map(normalTerritoryCode);
  const unknown = codes.filter((code) => !isTerritory(code));
  if (unknown.length > 0) {
    addAside(fields, "codes", unknown);
    report(fields, ["codes"], "not-a-territory");
  }
  const written = takeText(fields, "policy");
  const policy = policies.find((one) => one === written);
  if (policy === undefined && written !== null) misread(fields, "policy", "unknown-code", written);
  return { codes: codes.filter(isTerritory), policy: policy ?? "priority" };
}
