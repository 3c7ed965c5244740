import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Mes annonces et promesses",
  lead: (names: string) => `Ce que vous avez demandé, promis et répondu au nom de ${names}.`,
  waits: "Ce qui vous attend",
  nothingWaits: "Rien ne vous attend en ce moment.",
  confirm: (title: string) => `Confirmer votre promesse pour «\u00a0${title}\u00a0»`,
  again: (title: string) => `Promettre de nouveau\u00a0: «\u00a0${title}\u00a0» est relancée`,
  next: {
    draft: (title: string) => `Terminer et ouvrir «\u00a0${title}\u00a0»`,
    commitment: (title: string) => `Demander à chacun de confirmer pour «\u00a0${title}\u00a0»`,
    start: (title: string) => `Lancer la commande de «\u00a0${title}\u00a0»`,
    delivery: (title: string) => `Dire quand «\u00a0${title}\u00a0» est livrée`,
    reopening: (title: string) => `Relancer «\u00a0${title}\u00a0» en plus petit, si vous voulez`,
  },
  requests: "Mes annonces",
  pledges: "Mes promesses",
  sent: "Mes promesses sur d’autres sites",
  answers: "Mes réponses",
  notices: (unread: number) =>
    unread === 0
      ? "Ce qu’on vous a annoncé"
      : `Ce qu’on vous a annoncé (${unread} ${unread > 1 ? "nouvelles" : "nouvelle"})`,
  request: "Annonce",
  state: "État",
  what: "Promis",
  proposals: { made: "envoyée", chosen: "retenue", withdrawn: "reprise" } as Readonly<Record<string, string>>,
  none: "Vous n’avez encore rien demandé ni promis ici.",
  ask: "Publier une petite annonce",
  cancelled: "Le brouillon est abandonné.",
};

const en: typeof fr = {
  title: "My requests and pledges",
  lead: (names) => `What you have asked, pledged and answered in the name of ${names}.`,
  waits: "What waits for you",
  nothingWaits: "Nothing waits for you at the moment.",
  confirm: (title) => `Confirm your pledge to “${title}”`,
  again: (title) => `Pledge again: “${title}” is tried anew`,
  next: {
    draft: (title) => `Finish and open “${title}”`,
    commitment: (title) => `Ask everybody to confirm for “${title}”`,
    start: (title) => `Start what “${title}” ordered`,
    delivery: (title) => `Say when “${title}” is delivered`,
    reopening: (title) => `Open “${title}” again, smaller, if you like`,
  },
  requests: "My requests",
  pledges: "My pledges",
  sent: "My pledges on other sites",
  answers: "My answers",
  notices: (unread) => (unread === 0 ? "What you were told" : `What you were told (${unread} new)`),
  request: "Request",
  state: "State",
  what: "Pledged",
  proposals: { made: "sent", chosen: "chosen", withdrawn: "taken back" },
  none: "You have not asked or pledged anything here yet.",
  ask: "Post a funding request",
  cancelled: "The draft is given up.",
};

export const words: Record<Language, typeof fr> = { fr, en };
