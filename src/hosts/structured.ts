import type { Host, HostProfile, Territory } from "./host.ts";
import { territoryName } from "./territories.ts";

/** A host as schema.org has it, with what it says of itself in public; `id` is its permanent address. */
export function organizationOf(
  { name, tagline, summary, website, language, languages, commune, country, contact, territory, memberOf }: HostProfile,
  { id, url, logo }: { readonly id: string; readonly url: string; readonly logo: string | null },
) {
  const description = [tagline, summary].filter((text) => text).join(" ");
  return withoutNothing({
    ...{ "@type": "Organization", "@id": id, name, url },
    description: description || null,
    logo,
    sameAs: website !== null && website !== url ? website : null,
    ...{ email: contact.email, telephone: contact.phone },
    knowsLanguage: languages.length > 0 ? languages : [language],
    address: addressOf(commune, country),
    areaServed: territory && areasOf(territory),
    memberOf: memberOf.length > 0 ? memberOf.map((network) => ({ "@type": "Organization", name: network })) : null,
  });
}

/** A host of which only the name and the page are known. */
export function organizationNamed(name: string, { id, url }: { readonly id: string; readonly url: string }) {
  return { "@type": "Organization", "@id": id, name, url };
}

/** The host of this site. */
export function ownOrganization({ profile, handle, logo }: Host, id: string, origin: string) {
  const file = logo.find(({ format }) => format === "png");
  return organizationOf(profile, { id, url: `${origin}/@${handle}`, logo: file ? origin + file.path : null });
}

/** The places of a territory by their French names, which are their own; at a distance is no place. */
export function areasOf({ codes }: Territory) {
  const places = codes.filter((code) => code !== "remote");
  if (places.length === 0) return null;
  return places.map((code) => ({
    ...{ "@type": code.startsWith("country:") ? "Country" : "AdministrativeArea" },
    name: territoryName(code, "fr"),
  }));
}

/** The same without what is not said. */
export function withoutNothing(said: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined));
}

function addressOf(commune: string | null, country: string | null) {
  if (commune === null && country === null) return null;
  return withoutNothing({
    "@type": "PostalAddress",
    addressLocality: commune && territoryName(commune, "fr"),
    addressCountry: country,
  });
}
