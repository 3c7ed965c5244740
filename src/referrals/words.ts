import type { Language } from "../foundation/language.ts";
import type { ReferralState } from "./referrals.ts";

const fr = {
  asker: {
    title: "Vers un autre hébergeur",
    states: {
      sent: (host: string) => `${host} sait qu’une association cherche cela. Sa réponse paraîtra ici.`,
      taken: (host: string) => `${host} peut s’occuper de vous.`,
      placed: (host: string) => `${host} vous a fait une place.`,
      declined: (host: string) => `${host} ne peut pas vous prendre.`,
      withdrawn: (host: string) => `Vous n’êtes plus adressé à ${host}.`,
      lapsed: (host: string) => `${host} n’a pas répondu.`,
    } satisfies Record<ReferralState, (host: string) => string>,
    see: (host: string) => `Voir ce que propose ${host}`,
    question: (host: string) => `Pouvons-nous transmettre votre nom, votre adresse et votre message à ${host}\u202f?`,
    questionText: (host: string) =>
      `Jusqu’ici, ${host} n’a lu qu’une phrase, sans rien de personnel. Avec votre accord, il lit le reste derrière un lien privé, qui se ferme tout seul.`,
    need: "La phrase",
    yes: "Oui, transmettre",
    no: "Non, ne rien transmettre",
    agreed: (host: string) => `Vous êtes d’accord\u00a0: ${host} peut lire votre nom, votre adresse et votre message.`,
    takeBack: "Ne plus transmettre",
    refused: (host: string) => `Rien de personnel n’est transmis à ${host}. Vous pouvez lui écrire vous-même.`,
    change: "Finalement, transmettre",
  },
  mine: {
    title: "Votre demande à un autre hébergeur",
    lead: (from: string) => `${from} ne peut pas vous prendre, et pense à un autre hébergeur.`,
    said: "Ce qui serait transmis",
    labels: { asker: "Nom", contact: "Adresse", message: "Message" },
    erase: "Tout effacer",
    eraseText: (from: string) =>
      `Votre nom, votre adresse et votre message disparaissent de chez ${from}, et l’autre hébergeur le sait. Cela ne se défait pas.`,
    eraseButton: "Oui, tout effacer",
    erasedText: "Il ne reste rien de personnel ici.",
    home: "Voir les offres",
  },
  page: {
    title: "Une association cherche un hébergeur",
    lead: (from: string) => `${from} vous l’adresse\u00a0: chez eux, ce n’est pas possible.`,
    need: "Ce qui est cherché",
    about: "Pour",
    who: "Qui cherche",
    labels: { name: "Nom", contact: "Joindre", people: "Combien de personnes", message: "Message" },
    handings: {
      none: "Rien de personnel n’est transmis. L’association a reçu votre adresse et peut vous écrire.",
      asked:
        "L’association n’a pas encore dit si son nom et son adresse peuvent être transmis. Ils paraîtront ici avec son accord.",
      refused:
        "L’association ne veut pas que son nom et son adresse soient transmis. Elle a reçu votre adresse et peut vous écrire.",
    },
    until: (day: string) => `Cette page s’ouvre jusqu’au ${day}. Notez ce dont vous avez besoin, et rien de plus.`,
    atYours: "Vous répondez à votre bureau, sous «\u00a0Réorientations\u00a0».",
    answer: "Votre réponse",
    word: "Un mot pour nous et pour l’association",
    wordHint: "Obligatoire si vous ne pouvez pas\u00a0: l’association a besoin de la raison.",
    take: "Nous la prenons",
    decline: "Nous ne pouvons pas",
    place: "La place est donnée",
    done: "Votre réponse est partie",
    reasonMissing: "Il manque la raison. L’association a besoin de la connaître.",
    tooLate: "Cela n’est plus possible\u00a0: la suite a changé entre-temps.",
    over: "Merci. Cette page se ferme.",
    overText: "Votre réponse est arrivée. Il n’y a plus rien à lire ici.",
  },
};

const en: typeof fr = {
  asker: {
    title: "To another host",
    states: {
      sent: (host) => `${host} knows that an association looks for this. Its answer will appear here.`,
      taken: (host) => `${host} can take you on.`,
      placed: (host) => `${host} has given you a place.`,
      declined: (host) => `${host} cannot take you.`,
      withdrawn: (host) => `You are no longer sent on to ${host}.`,
      lapsed: (host) => `${host} has not answered.`,
    },
    see: (host) => `See what ${host} offers`,
    question: (host) => `May we hand on your name, your address and your message to ${host}?`,
    questionText: (host) =>
      `So far ${host} has read one sentence, with nothing personal in it. If you agree, it reads the rest behind a private link, which closes by itself.`,
    need: "The sentence",
    yes: "Yes, hand it on",
    no: "No, hand nothing on",
    agreed: (host) => `You agree: ${host} can read your name, your address and your message.`,
    takeBack: "No longer hand it on",
    refused: (host) => `Nothing personal is handed on to ${host}. You can write to it yourself.`,
    change: "Hand it on after all",
  },
  mine: {
    title: "Your request to another host",
    lead: (from) => `${from} cannot take you, and thinks of another host.`,
    said: "What would be handed on",
    labels: { asker: "Name", contact: "Address", message: "Message" },
    erase: "Erase everything",
    eraseText: (from) =>
      `Your name, your address and your message disappear at ${from}, and the other host knows. This cannot be undone.`,
    eraseButton: "Yes, erase everything",
    erasedText: "Nothing personal is left here.",
    home: "See the offers",
  },
  page: {
    title: "An association looks for a host",
    lead: (from) => `${from} sends it on to you: they cannot take it.`,
    need: "What is looked for",
    about: "For",
    who: "Who is looking",
    labels: { name: "Name", contact: "To reach", people: "How many people", message: "Message" },
    handings: {
      none: "Nothing personal is handed on. The association has your address and may write to you.",
      asked:
        "The association has not said yet whether its name and address may be handed on. They appear here once it agrees.",
      refused:
        "The association does not want its name and address to be handed on. It has your address and may write to you.",
    },
    until: (day) => `This page opens until ${day}. Note what you need, and nothing more.`,
    atYours: "You answer at your desk, under “Referrals”.",
    answer: "Your answer",
    word: "A word for us and for the association",
    wordHint: "Needed if you cannot: the association has to know the reason.",
    take: "We take them on",
    decline: "We cannot",
    place: "The place is given",
    done: "Your answer was sent",
    reasonMissing: "The reason is missing. The association needs to know it.",
    tooLate: "This is no longer possible: things have changed meanwhile.",
    over: "Thank you. This page closes.",
    overText: "Your answer has arrived. There is nothing more to read here.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
