import { roomOf } from "../availability/structured.ts";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { organizationOf } from "../hosts/structured.ts";
import { serviceOf } from "../offers/structured.ts";
import type { Found } from "./directory.ts";

/** A page of what was found, as schema.org has it. */
export function itemListOf(items: readonly Found[]) {
  return {
    "@type": "ItemList",
    itemListElement: items.map(({ host, offer, state }, index) => {
      const { id, url } = { id: offer.actor, url: offer.url };
      const { territory } = host.profile;
      const facts = { id, url, provider: listedOrganization(host), territory, room: roomOf(state) };
      return { "@type": "ListItem", position: index + 1, item: serviceOf(offer.content, facts) };
    }),
  };
}

/** A host of the directory, as schema.org has it. */
export function listedOrganization({ profile, actor, url, logo }: ListedHost) {
  return organizationOf(profile, { id: actor, url, logo });
}
