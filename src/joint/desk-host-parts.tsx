import type { Language } from "../foundation/language.ts";
import { words } from "./desk-words.ts";
import type { Named } from "./joint.ts";

/** A host that may be named. */
export interface KnownHost {
  readonly name: string;
  /** Its own page. */
  readonly url: string;
}

/** What is offered while an address is typed; without it, one copies the address. */
export function HostList({ known }: { readonly known: readonly KnownHost[] }) {
  return (
    <datalist id="known-hosts">
      {known.map(({ name, url }) => (
        <option value={url}>{name}</option>
      ))}
    </datalist>
  );
}

type PartnerFault = "unknown" | "ourselves" | "twice";

/** Why a host that somebody named cannot be asked; null when it can. */
export function faultOf(
  found: Named | null,
  others: readonly Pick<Named, "actor">[],
  own: string,
): PartnerFault | null {
  if (found === null) return "unknown";
  if (found.actor === own) return "ourselves";
  return others.some(({ actor }) => actor === found.actor) ? "twice" : null;
}

/** The same in words. */
export function partnerFault(fault: PartnerFault, typed: string, language: Language): string {
  const said = words[language].make[fault];
  return typeof said === "string" ? said : said(typed);
}
