import type { Language } from "../foundation/language.ts";
import type { AskingRefusal } from "./changes.ts";
import type { AskedField, AskedRefusal } from "./form.ts";
import type { RequestAct, RequestState } from "./places.ts";

const days = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

const fr = {
  title: "Demander une place",
  titleWaiting: "S’inscrire sur la liste d’attente",
  lead: (offer: string, host: string) => `Dans l’offre «\u00a0${offer}\u00a0» de ${host}. Pas de compte à créer.`,
  leadWaiting: (offer: string, host: string) =>
    `Pour l’offre «\u00a0${offer}\u00a0» de ${host}. Tout est pris\u00a0: l’hébergeur note les demandes et rappelle dans l’ordre.`,
  submit: "Envoyer la demande",
  submitWaiting: "M’inscrire sur la liste",
  labels: {
    name: "Nom de votre association ou de votre groupe",
    people: "Combien de personnes s’en serviront\u202f?",
    message: "Pour quoi faire, et pour quand\u202f?",
    contact: "Comment vous joindre",
  } satisfies Record<AskedField, string>,
  hints: {
    people: "Un ordre de grandeur suffit, par exemple 20.",
    message: "Ce dont vous avez besoin, ce que vous utilisez aujourd’hui, la date qui compte pour vous.",
    contact: "Une adresse de courriel, ou un compte comme @association@serveur.org (Mastodon, Mobilizon…).",
  },
  refusals: {
    "name-missing": "Il manque le nom de votre association. Celui de votre groupe suffit.",
    "name-too-long": "Ce nom est trop long. Gardez 150 caractères au plus.",
    "people-missing": "Il manque le nombre de personnes. Un ordre de grandeur suffit, par exemple 20.",
    "people-malformed": "Écrivez le nombre de personnes en chiffres, par exemple 20.",
    "message-missing": "Dites en quelques mots pour quoi faire, et pour quand.",
    "message-too-long": "Ce message est trop long. Gardez 4 000 caractères au plus\u202f; le reste peut venir ensuite.",
    "contact-missing": "Il manque un moyen de vous joindre. Par exemple contact@association.org.",
    "contact-malformed":
      "Nous n’arrivons pas à lire cette adresse. Par exemple contact@association.org, ou @association@serveur.org.",
  } satisfies Record<AskedRefusal, string>,
  /** Who reads it, why, how long. */
  privacy: (host: string, months: number) =>
    `Seules les personnes qui répondent pour ${host} lisent cette demande, pour vous répondre. Elle est effacée ${months} mois après le dernier échange\u202f; vous pouvez l’effacer vous-même avant.`,
  answerTime: (n: number) => `Réponse sous ${days(n, "jour", "jours")}`,
  nextTitle: "Et ensuite",
  next: (host: string) => [
    `Une personne de ${host} lit votre demande.`,
    "Vous recevez une réponse\u00a0: oui, non avec la raison, ou le nom d’un autre hébergeur.",
    "Vous suivez la demande sous un lien privé\u00a0: y répondre, la retirer, l’effacer.",
  ],
  backToOffer: "Revenir à l’offre",
  notSent: {
    robot: {
      title: "Votre demande n’est pas partie",
      text: "Elle ressemblait à l’envoi d’un robot\u00a0: remplie en un instant, ou dans un champ que personne ne voit. Relisez-la et envoyez-la de nouveau\u202f; ce que vous avez écrit est toujours là.",
    },
    stale: {
      title: "Votre demande n’est pas encore partie",
      text: "Ce formulaire était ouvert depuis longtemps. Ce que vous avez écrit est toujours là\u00a0: relisez, et envoyez de nouveau.",
    },
    "too-many-for-offer": {
      title: "Votre demande n’est pas partie",
      text: "Cette offre a reçu beaucoup de demandes aujourd’hui. Ce que vous avez écrit est toujours là\u00a0: gardez-le, et revenez demain.",
    },
    "too-many-from-here": {
      title: "Votre demande n’est pas partie",
      text: "Beaucoup de demandes sont parties de chez vous, ou de votre réseau, en peu de temps. Ce que vous avez écrit est toujours là\u00a0: envoyez de nouveau dans une heure.",
    },
    "too-many-of-contact": {
      title: "Votre demande n’est pas partie",
      text: "Plusieurs demandes sont déjà parties aujourd’hui avec cette adresse. Leurs liens privés permettent d’y ajouter un message.",
    },
  } satisfies Record<
    Exclude<AskingRefusal, "not-open"> | "robot" | "stale" | "too-many-from-here",
    { readonly title: string; readonly text: string }
  >,
  otherWay: "Vous pouvez aussi nous écrire autrement\u00a0:",
  reach: "voir comment nous joindre",
  closed: {
    title: "Pas de demande en ce moment",
    lead: (offer: string) =>
      `L’offre «\u00a0${offer}\u00a0» ne prend pas de demande pour l’instant. Voici comment savoir quand elle ouvre.`,
    typed: "Ce que vous aviez écrit",
    typedText: "Rien n’est parti. Copiez ce texte si vous voulez le garder.",
  },
  request: {
    title: "Votre demande de place",
    lead: (offer: string, host: string, day: string) => `Pour «\u00a0${offer}\u00a0», chez ${host}, envoyée le ${day}.`,
    states: {
      received: "En attente d’une réponse",
      answered: "L’hébergeur vous a répondu",
      accepted: "Acceptée\u00a0: une place est pour vous",
      declined: "Refusée",
      referred: "Adressée à un autre hébergeur",
      withdrawn: "Retirée par vous",
    } satisfies Record<RequestState, string>,
    asked: "Ce que vous avez demandé",
    people: (n: number) => (n === 1 ? "1 personne" : `${n} personnes`),
    labels: { name: "Pour", people: "Combien", message: "Pour quoi, pour quand", contact: "Vous joindre" },
    history: "Les échanges",
    nothingYet: (host: string) => `${host} n’a pas encore répondu.`,
    acts: {
      say: "Vous avez écrit",
      withdraw: "Vous avez retiré la demande",
      answer: "Réponse",
      accept: "Demande acceptée",
      decline: "Demande refusée",
      refer: "Adressée à",
      reopen: "Demande rouverte",
      note: "Note",
    } satisfies Record<RequestAct, string>,
    write: "Ajouter un message",
    writeLabel: "Votre message",
    send: "Envoyer le message",
    withdraw: "Retirer la demande",
    withdrawText: "L’hébergeur saura que vous n’avez plus besoin de la place. Cela ne se défait pas.",
    withdrawButton: "Oui, retirer la demande",
    erase: "Tout effacer",
    eraseText:
      "La demande, les échanges et ce lien disparaissent tout de suite, pour vous et pour l’hébergeur. Seul reste un nombre\u00a0: une demande de plus cette année. Cela ne se défait pas.",
    eraseButton: "Oui, tout effacer",
    linkTitle: "Gardez le lien de cette page",
    linkByMail: (address: string) =>
      `C’est le seul accès à votre demande. Nous l’envoyons aussi à ${address}\u202f; la réponse arrivera à la même adresse.`,
    linkByAccount: (account: string) =>
      `C’est le seul accès à votre demande\u00a0: copiez-le ou mettez cette page dans vos favoris. La réponse arrivera aussi à @${account}, en message privé.`,
    linkAlone:
      "C’est le seul accès à votre demande\u00a0: copiez-le ou mettez cette page dans vos favoris. Ce site n’envoie pas de courriel\u202f; la réponse paraîtra ici, et l’hébergeur peut vous écrire de son côté.",
    linkPrivate: "Quiconque a ce lien peut lire la demande\u00a0: ne le publiez pas.",
    done: {
      sent: "Votre demande est partie",
      again: "Cette demande était déjà partie",
      said: "Votre message est parti",
      withdrawn: "La demande est retirée",
    },
    doneAgain: "Rien n’est parti deux fois. Pour ajouter quelque chose, écrivez un message plus bas.",
    refusals: {
      "answer-missing": "Il manque le message. Écrivez quelques mots, puis envoyez de nouveau.",
      "message-too-long": "Ce message est trop long. Gardez 4 000 caractères au plus.",
      "not-possible-now": "Cela n’est plus possible\u00a0: la demande a changé entre-temps. Relisez-la ci-dessous.",
      "too-many-messages": "Vous avez déjà écrit beaucoup de messages. Attendez la réponse de l’hébergeur.",
    },
  },
  erased: {
    text: "Il ne reste rien de votre demande ici. Un courriel ou un message déjà reçu reste chez vous.",
    home: "Voir les offres",
  },
};

const en: typeof fr = {
  title: "Ask for a place",
  titleWaiting: "Join the waiting list",
  lead: (offer, host) => `In the offer “${offer}” of ${host}. No account is needed.`,
  leadWaiting: (offer, host) =>
    `For the offer “${offer}” of ${host}. All is taken: the host keeps the requests and calls back in turn.`,
  submit: "Send the request",
  submitWaiting: "Join the list",
  labels: {
    name: "Name of your association or group",
    people: "How many people will use it?",
    message: "What for, and by when?",
    contact: "How to reach you",
  },
  hints: {
    people: "A rough number will do, for example 20.",
    message: "What you need, what you use today, the date that matters to you.",
    contact: "An e-mail address, or an account like @association@server.org (Mastodon, Mobilizon…).",
  },
  refusals: {
    "name-missing": "The name of your association is missing. That of your group will do.",
    "name-too-long": "This name is too long. Keep 150 characters at most.",
    "people-missing": "The number of people is missing. A rough number will do, for example 20.",
    "people-malformed": "Write the number of people in figures, for example 20.",
    "message-missing": "Say in a few words what for, and by when.",
    "message-too-long": "This message is too long. Keep 4,000 characters at most; the rest can follow.",
    "contact-missing": "A way to reach you is missing. For example contact@association.org.",
    "contact-malformed":
      "We cannot read this address. For example contact@association.org, or @association@server.org.",
  },
  privacy: (host, months) =>
    `Only those who answer for ${host} read this request, to answer you. It is erased ${months} months after the last exchange; you can erase it yourself before.`,
  answerTime: (n) => `Answer within ${days(n, "day", "days")}`,
  nextTitle: "What happens next",
  next: (host) => [
    `Someone at ${host} reads your request.`,
    "You get an answer: yes, no with the reason, or the name of another host.",
    "You follow the request under a private link: answer, take it back, erase it.",
  ],
  backToOffer: "Back to the offer",
  notSent: {
    robot: {
      title: "Your request was not sent",
      text: "It looked like a robot’s: filled in within a moment, or in a field that nobody sees. Read it again and send it once more; what you wrote is still there.",
    },
    stale: {
      title: "Your request has not been sent yet",
      text: "This form had been open for a long time. What you wrote is still there: read it again, and send it once more.",
    },
    "too-many-for-offer": {
      title: "Your request was not sent",
      text: "This offer has had many requests today. What you wrote is still there: keep it, and come back tomorrow.",
    },
    "too-many-from-here": {
      title: "Your request was not sent",
      text: "Many requests were sent from your place, or your network, in a short time. What you wrote is still there: send it again in an hour.",
    },
    "too-many-of-contact": {
      title: "Your request was not sent",
      text: "Several requests were sent today with this address. Under their private links you can add a message.",
    },
  },
  otherWay: "You can also write to us in another way:",
  reach: "see how to reach us",
  closed: {
    title: "No requests at the moment",
    lead: (offer) => `The offer “${offer}” takes no requests for now. Here is how to know when it opens.`,
    typed: "What you had written",
    typedText: "Nothing was sent. Copy this text if you want to keep it.",
  },
  request: {
    title: "Your request for a place",
    lead: (offer, host, day) => `For “${offer}”, at ${host}, sent on ${day}.`,
    states: {
      received: "Waiting for an answer",
      answered: "The host has answered you",
      accepted: "Accepted: a place is yours",
      declined: "Declined",
      referred: "Sent on to another host",
      withdrawn: "Taken back by you",
    },
    asked: "What you asked for",
    people: (n) => (n === 1 ? "1 person" : `${n} people`),
    labels: { name: "For", people: "How many", message: "What for, by when", contact: "To reach you" },
    history: "What was said",
    nothingYet: (host) => `${host} has not answered yet.`,
    acts: {
      say: "You wrote",
      withdraw: "You took the request back",
      answer: "Answer",
      accept: "Request accepted",
      decline: "Request declined",
      refer: "Sent on to",
      reopen: "Request opened again",
      note: "Note",
    },
    write: "Add a message",
    writeLabel: "Your message",
    send: "Send the message",
    withdraw: "Take the request back",
    withdrawText: "The host will know that you no longer need the place. This cannot be undone.",
    withdrawButton: "Yes, take it back",
    erase: "Erase everything",
    eraseText:
      "The request, what was said and this link disappear at once, for you and for the host. Only a number stays: one more request this year. This cannot be undone.",
    eraseButton: "Yes, erase everything",
    linkTitle: "Keep the link of this page",
    linkByMail: (address) =>
      `It is the only way to your request. We send it to ${address} too; the answer will arrive at the same address.`,
    linkByAccount: (account) =>
      `It is the only way to your request: copy it, or bookmark this page. The answer will arrive at @${account} too, as a private message.`,
    linkAlone:
      "It is the only way to your request: copy it, or bookmark this page. This site sends no mail; the answer will appear here, and the host may write to you by its own means.",
    linkPrivate: "Whoever has this link can read the request: do not publish it.",
    done: {
      sent: "Your request was sent",
      again: "This request had been sent already",
      said: "Your message was sent",
      withdrawn: "The request is taken back",
    },
    doneAgain: "Nothing was sent twice. To add something, write a message below.",
    refusals: {
      "answer-missing": "The message is missing. Write a few words, then send again.",
      "message-too-long": "This message is too long. Keep 4,000 characters at most.",
      "not-possible-now": "This is no longer possible: the request has changed meanwhile. Read it below.",
      "too-many-messages": "You have written many messages already. Wait for the host’s answer.",
    },
  },
  erased: {
    text: "Nothing is left of your request here. A letter or message that you received stays with you.",
    home: "See the offers",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
