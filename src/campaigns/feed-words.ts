import type { Language } from "../foundation/language.ts";
import type { FundingEvent } from "../funding/events.ts";

const fr = {
  title: (host: string) => `Les petites annonces de ${host}`,
  newsOf: (title: string) => `Nouvelles\u00a0: ${title}`,
  read: "Lire l’annonce et participer",
  written: "Nouvelle de qui porte l’annonce",
  outcome: "Ce qui en est sorti",
  closing: "Mot de la fin",
  milestones: {
    "funding-opened": "L’annonce est ouverte",
    "funding-reached": "Le compte y est",
    "funding-fell-short": "Le compte n’y est plus\u00a0: des promesses ont été reprises",
    "funding-extended": "La date limite est prolongée, comme annoncé",
    "funding-confirmations-asked": "Chacun est invité à confirmer sa promesse",
    "funding-committed": "La commande est signée",
    "funding-started": "Ce qui a été commandé est en route",
    "funding-delivered": "C’est livré",
    "funding-failed": "La date limite est passée, et le compte n’y était pas",
    "funding-cancelled": "L’annonce est abandonnée",
  } satisfies Record<FundingEvent["name"], string>,
};

const en: typeof fr = {
  title: (host) => `Funding requests at ${host}`,
  newsOf: (title) => `News: ${title}`,
  read: "Read the request and take part",
  written: "News from the steward",
  outcome: "What came of it",
  closing: "A closing word",
  milestones: {
    "funding-opened": "The request is open",
    "funding-reached": "Enough is there",
    "funding-fell-short": "There is not enough any more: pledges were taken back",
    "funding-extended": "The deadline is extended, as announced",
    "funding-confirmations-asked": "Everybody is asked to confirm their pledge",
    "funding-committed": "The order is signed",
    "funding-started": "What was ordered is under way",
    "funding-delivered": "It is delivered",
    "funding-failed": "The deadline has gone by without enough",
    "funding-cancelled": "The request is given up",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
