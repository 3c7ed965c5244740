import type { Language } from "../foundation/language.ts";

const fr = {
  title: (site: string) => `L’annuaire vu de ${site}`,
  titleOf: (search: string, site: string) => `L’annuaire vu de ${site}\u00a0: ${search}`,
  listed: (title: string, host: string) => `Nouvelle dans l’annuaire\u00a0: ${title}, ${host}`,
  opened: (title: string, host: string) => `Prend du monde\u00a0: ${title}, ${host}`,
  state: "Places\u00a0:",
  price: "Prix\u00a0:",
  origin: (host: string, domain: string, day: string) =>
    `Dit par ${host} sur son propre site, ${domain}. Confirmé le ${day}.`,
  read: "Lire l’offre chez l’hébergeur",
};

const en: typeof fr = {
  title: (site) => `The directory as seen from ${site}`,
  titleOf: (search, site) => `The directory as seen from ${site}: ${search}`,
  listed: (title, host) => `New in the directory: ${title}, ${host}`,
  opened: (title, host) => `Takes people in: ${title}, ${host}`,
  state: "Places:",
  price: "Price:",
  origin: (host, domain, day) => `Said by ${host} on its own site, ${domain}. Confirmed on ${day}.`,
  read: "Read the offer at its host’s",
};

export const words: Record<Language, typeof fr> = { fr, en };
