import type { ListedHost, ListedJoint } from "../catalogue/catalogue.ts";
import type { Language } from "../foundation/language.ts";
import { type Giver, giverNames } from "../offers/joint-parts.tsx";
import { words as jointWords } from "../offers/joint-words.ts";
import { Icon } from "../web/icon.tsx";
import { hostPath } from "./paths.ts";

/** All who give an offer together, the lead first; each with its page on this site, or else its own. */
export function giversListed(joint: ListedJoint, host: ListedHost, known: readonly ListedHost[]): readonly Giver[] {
  const lead = { actor: host.actor, name: host.profile.name, href: hostPath(host) };
  const others = joint.partners.map(({ actor, name, page }) => {
    const here = known.find((one) => one.actor === actor && one.trust >= 2);
    return { actor, name: here?.profile.name ?? name, href: here ? hostPath(here) : page };
  });
  return [lead, ...others];
}

/** That a host gives an offer together with others, and with whom; nothing for one of its own. */
export function WithWhom({ joint, language }: { readonly joint: ListedJoint | null; readonly language: Language }) {
  if (joint === null) return null;
  return (
    <p class="card-joint icon-text small">
      <Icon name="partners" />
      <span>{jointWords[language].with(giverNames(joint.partners, language))}</span>
    </p>
  );
}
