import type { ListedHost } from "../catalogue/catalogue.ts";
import { organizationOf } from "../hosts/structured.ts";
import type { Found } from "./directory.ts";

/** A page of what was found, as schema.org has it: where each stands, which says the rest itself; a list must weigh little. */
export function itemListOf(items: readonly Found[]) {
  const listed = items.map(({ offer: { url } }, index) => ({ "@type": "ListItem", position: index + 1, url }));
  return { "@type": "ItemList", itemListElement: listed };
}

/** A host of the directory, as schema.org has it. */
export function listedOrganization({ profile, actor, url, logo }: ListedHost) {
  return organizationOf(profile, { id: actor, url, logo });
}
