import type { Language } from "../foundation/language.ts";
import type { BlockRefusal } from "./block.ts";
import type { Direction, FindRefusal, OtherSoftware, PeerRefusal, PeerState } from "./peer.ts";

type Refusal = PeerRefusal | FindRefusal | BlockRefusal;

const fr = {
  states: {
    requested: "demande envoyée",
    pending: "attend votre réponse",
    approved: "en lien",
    rejected: "refusé",
    blocked: "bloqué",
  } satisfies Record<PeerState, string>,
  directions: {
    outgoing: "nous le suivons",
    incoming: "il nous suit",
    mutual: "nous nous suivons",
  } satisfies Record<Direction, string>,
  unblocked: "débloqué",
  refusals: {
    "not-asked":
      "Ce site n’attend pas de réponse de notre part. S’il a été refusé, il doit demander de nouveau à nous suivre.",
    "domain-blocked": "Ce domaine est bloqué. Débloquez-le d’abord.",
    "not-set-up": "Ce site n’a pas encore d’hébergeur. Terminez d’abord son installation.",
    "another-actor":
      "Ce site se présente maintenant sous un autre compte. Retirez d’abord l’ancien de la liste, puis demandez de nouveau.",
    "address-malformed":
      "Nous n’arrivons pas à lire cette adresse. Écrivez-la comme https://exemple.org, telle que votre navigateur la montre.",
    "own-address": "C’est l’adresse de ce site-ci. Donnez celle d’un autre.",
    unreachable: "Ce site ne répond pas. Vérifiez son adresse, ou essayez plus tard.",
    "no-instance":
      "À cette adresse, aucun site ne dit sous quel compte le suivre. Vérifiez l’adresse, ou demandez à ceux qui le tiennent celle de leur compte d’instance.",
    "domain-malformed": "Nous n’arrivons pas à lire ce domaine. Écrivez-le comme exemple.org.",
    "own-domain": "Ce site-ci est dans ce domaine\u00a0: le bloquer nous couperait de nous-mêmes.",
  } satisfies Record<Exclude<Refusal, OtherSoftware>, string>,
  otherSoftware: (name: string) =>
    `Ce site fonctionne avec ${name}, et non avec Essaim\u00a0: il n’a pas d’offres à échanger. Vous pouvez suivre ses comptes, ou qu’ils vous suivent, mais pas en faire une instance en lien.`,
};

const en: typeof fr = {
  states: {
    requested: "asked",
    pending: "waits for your answer",
    approved: "in touch",
    rejected: "rejected",
    blocked: "blocked",
  },
  directions: { outgoing: "we follow it", incoming: "it follows us", mutual: "we follow each other" },
  unblocked: "unblocked",
  refusals: {
    "not-asked": "This site does not wait for our answer. If it was rejected, it has to ask again to follow us.",
    "domain-blocked": "This domain is blocked. Unblock it first.",
    "not-set-up": "This site has no host yet. Finish its set-up first.",
    "another-actor": "This site now speaks through another account. Remove the old one from the list, then ask again.",
    "address-malformed": "We cannot read this address. Write it like https://example.org, as your browser shows it.",
    "own-address": "This is the address of this very site. Give that of another.",
    unreachable: "This site does not answer. Check its address, or try again later.",
    "no-instance":
      "At this address no site says under which account to follow it. Check the address, or ask those who run it for that of their instance account.",
    "domain-malformed": "We cannot read this domain. Write it like example.org.",
    "own-domain": "This very site is within that domain: to block it would cut us off from ourselves.",
  },
  otherSoftware: (name) =>
    `This site runs ${name}, not Essaim: it has no offers to exchange. You can follow its accounts, or they yours, but it cannot be an instance in touch.`,
};

export const words: Record<Language, typeof fr> = { fr, en };

/** Why something is refused, as a sentence. */
export function refusalWords(refusal: Refusal, language: Language): string {
  const { refusals, otherSoftware } = words[language];
  return typeof refusal === "string" ? refusals[refusal] : otherSoftware(nameOf(refusal.software));
}

/** Software as people write it. */
const nameOf = (software: string): string => known[software] ?? software.charAt(0).toUpperCase() + software.slice(1);

const known: Readonly<Record<string, string>> = {
  ...{
    peertube: "PeerTube",
    gotosocial: "GoToSocial",
    wordpress: "WordPress",
    bookwyrm: "BookWyrm",
    writefreely: "WriteFreely",
  },
};
