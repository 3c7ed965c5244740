import type { ListedHost, ListedJoint } from "../catalogue/catalogue.ts";
import type { Language } from "../foundation/language.ts";
import { type Giver, giverNames } from "../offers/joint-parts.tsx";
import { words as jointWords } from "../offers/joint-words.ts";
import type { Candidate } from "./matching.ts";
import { hostPath } from "./paths.ts";

/** All who give an offer together, the lead first; each with its page on this site, or else its own. */
export function giversListed(joint: ListedJoint, host: ListedHost, known: readonly ListedHost[]): readonly Giver[] {
  const lead = { actor: host.actor, name: host.profile.name, href: hostPath(host) };
  const others = joint.partners.map(({ actor, name, page }) => {
    const here = known.find((one) => one.actor === actor);
    return { actor, name: here?.profile.name ?? name, href: here ? hostPath(here) : page };
  });
  return [lead, ...others];
}

/** Whose an offer is: the name of its host, or of all who give it together. */
export function giversOf({ host, offer }: Candidate): readonly string[] {
  return [host.profile.name, ...(offer.joint?.partners.map(({ name }) => name) ?? [])];
}

/** With whom a host gives an offer, in a few words; nothing for one of its own. */
export function WithWhom({ joint, language }: { readonly joint: ListedJoint | null; readonly language: Language }) {
  if (joint === null) return null;
  const word = jointWords[language];
  return <p class="small">{word.with(giverNames(joint.partners, language))}</p>;
}
