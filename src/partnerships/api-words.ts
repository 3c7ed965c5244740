import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";

const fr = {
  tags: { partnerships: "Partenariats" },
  operations: {
    listPartnerships: {
      summary: "Voir les demandes et les partenariats",
      description: "Ce que l’hébergeur a demandé, ce qu’on lui a demandé, et ce qui en est. Le dernier changé d’abord.",
    },
    readPartnership: {
      summary: "Voir une demande ou un partenariat",
      description: "Avec ce qu’on attend, s’il y a lieu.",
    },
    askPartnership: {
      summary: "Demander un partenariat",
      description:
        "À un autre hébergeur, nommé par sa page, son acteur ou son compte (@nom@site). La demande reste entre les deux\u202f; une fois acceptée, chacun la voit, sauf si l’un des deux dit «\u00a0shown\u00a0: false\u00a0».",
    },
    acceptPartnership: {
      summary: "Accepter une demande",
      description:
        "Le partenariat devient visible de tous si l’autre hébergeur le veut aussi, sauf avec «\u00a0shown\u00a0: false\u00a0».",
    },
    declinePartnership: { summary: "Décliner une demande", description: "Le motif est lu par l’autre hébergeur." },
    counterPartnership: {
      summary: "Répondre par une autre proposition",
      description: "La demande reçue est close\u202f; une nouvelle part, qui la nomme.",
    },
    withdrawPartnership: { summary: "Retirer une demande", description: "Tant qu’elle n’a pas été acceptée." },
    endPartnership: { summary: "Mettre fin à un partenariat", description: "L’autre hébergeur en est prévenu." },
    showPartnership: {
      summary: "Dire si un partenariat peut être vu de tous",
      description: "Il ne l’est que si les deux hébergeurs le disent.",
    },
  },
  problems: {
    "address-malformed": "Cela n’est ni une adresse ni un compte. Donnez la page de l’hébergeur, ou @nom@site.",
    "own-host": "C’est votre propre hébergeur. Nommez-en un autre.",
    "host-unknown": "Aucun hébergeur ne répond à cette adresse. Vérifiez-la, ou donnez son compte (@nom@site).",
    unreachable: "Ce site ne répond pas en ce moment. Réessayez plus tard.",
    "domain-blocked": "Vous avez bloqué ce domaine. Débloquez-le d’abord.",
    "not-set-up": "Ce site n’a pas encore d’hébergeur. Terminez d’abord son installation.",
    "already-asked":
      "Vous avez déjà demandé cela à cet hébergeur\u00a0: attendez sa réponse, ou retirez votre demande.",
    "too-many-open": "Trop de demandes attendent une réponse. Retirez-en, puis réessayez.",
    "expires-in-the-past": "Cette date est passée. Donnez-en une à venir, ou aucune.",
    "not-yours-to-answer": "C’est vous qui avez demandé\u00a0: l’autre hébergeur doit répondre.",
    "not-yours-to-withdraw": "Cette demande vient de l’autre hébergeur\u00a0: déclinez-la plutôt.",
    "not-accepted": "Ce n’est encore qu’une demande. Attendez la réponse, ou retirez-la.",
    "answered-already": "Cette demande a déjà sa réponse.",
    "partnership-expired": "Cette demande n’est plus valable. Faites-en une nouvelle.",
    "partnership-over": "C’est terminé. Faites une nouvelle demande.",
  },
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { partnerships: "Partnerships" },
  operations: {
    listPartnerships: {
      summary: "See requests and partnerships",
      description: "What the host asked, what it was asked, and how each stands. The last changed first.",
    },
    readPartnership: {
      summary: "See a request or a partnership",
      description: "With what is being waited for, where something is.",
    },
    askPartnership: {
      summary: "Ask for a partnership",
      description:
        "Of another host, named by its page, its actor or its account (@name@site). The request stays between the two; once it is accepted everybody sees it, unless one of them says “shown”: false.",
    },
    acceptPartnership: {
      summary: "Accept a request",
      description: "Everybody sees the partnership if the other host wants that too, unless “shown” is false.",
    },
    declinePartnership: { summary: "Decline a request", description: "The other host reads the reason." },
    counterPartnership: {
      summary: "Answer with another proposal",
      description: "The request that came is closed; a new one leaves, which names it.",
    },
    withdrawPartnership: { summary: "Withdraw a request", description: "As long as it has not been accepted." },
    endPartnership: { summary: "End a partnership", description: "The other host is told." },
    showPartnership: {
      summary: "Say whether everybody may see a partnership",
      description: "Everybody does only if both hosts say so.",
    },
  },
  problems: {
    "address-malformed": "This is neither an address nor an account. Give the page of the host, or @name@site.",
    "own-host": "This is your own host. Name another one.",
    "host-unknown": "No host answers at this address. Check it, or give its account (@name@site).",
    unreachable: "This site does not answer at the moment. Try again later.",
    "domain-blocked": "You have blocked this domain. Unblock it first.",
    "not-set-up": "This site has no host yet. Finish its set-up first.",
    "already-asked": "You have asked this host for this already: wait for its answer, or withdraw your request.",
    "too-many-open": "Too many requests are waiting for an answer. Withdraw some, then try again.",
    "expires-in-the-past": "This date has passed. Give one to come, or none.",
    "not-yours-to-answer": "You have asked this: the other host has to answer.",
    "not-yours-to-withdraw": "This request comes from the other host: decline it instead.",
    "not-accepted": "This is only a request so far. Wait for the answer, or withdraw it.",
    "answered-already": "This request has its answer already.",
    "partnership-expired": "This request is no longer valid. Make a new one.",
    "partnership-over": "This is over. Make a new request.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
