import { roomOf } from "../availability/structured.ts";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { organizationNamed, organizationOf } from "../hosts/structured.ts";
import { serviceOf } from "../offers/structured.ts";
import type { Found } from "./directory.ts";

/** A host of the directory, as schema.org has it; its addresses are those of its own site. */
export function listedOrganization({ profile, actor, url, logo }: ListedHost) {
  return organizationOf(profile, { id: actor, url, logo });
}

/** An offer of the directory, likewise. */
export function listedService({ host, offer, state }: Pick<Found, "host" | "offer" | "state">) {
  const { territory } = host.profile;
  const others = offer.joint?.partners.map(({ actor, name, page }) =>
    organizationNamed(name, { id: actor, url: page }),
  );
  const provider = others ? [listedOrganization(host), ...others] : listedOrganization(host);
  const facts = { id: offer.actor, url: offer.url, provider, territory, room: roomOf(state) };
  return serviceOf(offer.content, facts);
}

/** A page of what was found, as schema.org has lists: the name of each, its own address and who proposes it. */
export function foundList(items: readonly Pick<Found, "host" | "offer">[]) {
  return {
    "@type": "ItemList",
    itemListElement: items.map(({ host, offer: { content, url, joint } }, at) => {
      const lead = { "@type": "Organization", name: host.profile.name };
      const others = joint?.partners.map(({ name }) => ({ "@type": "Organization", name }));
      const provider = others ? [lead, ...others] : lead;
      return {
        ...{ "@type": "ListItem", position: at + 1 },
        item: { "@type": "Service", name: content.title, url, provider },
      };
    }),
  };
}
