import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "peer-asked": (name) => `Instance voisine demandée : ${name}`,
    "peer-approved": (name) => `Instance voisine acceptée : ${name}`,
    "peer-rejected": (name) => `Instance voisine refusée : ${name}`,
    "peer-left": (name) => `Instance voisine quittée : ${name}`,
    "domain-blocked": (domain) => `Domaine bloqué : ${domain}`,
    "domain-unblocked": (domain) => `Domaine débloqué : ${domain}`,
  },
  en: {
    "peer-asked": (name) => `Asked the instance ${name} to be in touch`,
    "peer-approved": (name) => `Let the instance ${name} follow us`,
    "peer-rejected": (name) => `Refused the instance ${name}`,
    "peer-left": (name) => `Left the instance ${name}`,
    "domain-blocked": (domain) => `Blocked the domain ${domain}`,
    "domain-unblocked": (domain) => `Unblocked the domain ${domain}`,
  },
};
