import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Petites annonces",
  lead: "Ce que des associations cherchent à financer à plusieurs, et ce que vous demandez, promettez et répondez.",
  near: "Près de chez vous",
  nearText: "Elles demandent ce que vos offres proposent, là où vous êtes. Vous n’avez pas encore répondu.",
  nearNone: "Aucune annonce ouverte ne correspond à vos offres en ce moment",
  nearNoneText: "Le rapprochement se fait par les besoins et le territoire de vos offres publiées.",
  needs: "Besoins",
  sought: "Cherché",
  deadline: "Jusqu’au",
  request: "Annonce",
  answer: "Répondre",
  do: "Que faire",
  held: (count: number) =>
    count === 0
      ? "Annonces à lire avant qu’elles ouvrent"
      : `Annonces à lire avant qu’elles ouvrent (${count} ${count > 1 ? "attendent" : "attend"})`,
  ask: "Publier une annonce",
  all: "Voir toutes les annonces",
  reader: "Votre accès permet de lire seulement\u00a0: quelqu’un de l’équipe peut répondre et promettre.",
};

const en: typeof fr = {
  title: "Funding requests",
  lead: "What associations want to fund together, and what you ask, pledge and answer.",
  near: "Near you",
  nearText: "They ask for what your offers are for, where you are. You have not answered yet.",
  nearNone: "No open request matches your offers at the moment",
  nearNoneText: "They are matched by the needs and the territory of your published offers.",
  needs: "Needs",
  sought: "Sought",
  deadline: "Until",
  request: "Request",
  answer: "Answer",
  do: "What to do",
  held: (count) =>
    count === 0 ? "Requests to read before they open" : `Requests to read before they open (${count} waiting)`,
  ask: "Post a request",
  all: "See all requests",
  reader: "You may only read: a colleague can answer and pledge.",
};

export const words: Record<Language, typeof fr> = { fr, en };
