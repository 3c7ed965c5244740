import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "list-read": (source) => `Lecture d’une liste d’hébergeurs\u00a0: ${source}`,
    "list-entered": (source) => `Liste d’hébergeurs reprise\u00a0: ${source}`,
    "unclaimed-removed": (domain) => `Fiche non confirmée retirée\u00a0: ${domain}`,
    "unclaimed-allowed": (domain) => `Fiche non confirmée permise de nouveau\u00a0: ${domain}`,
  },
  en: {
    "list-read": (source) => `Had a list of hosts read: ${source}`,
    "list-entered": (source) => `Entered a list of hosts: ${source}`,
    "unclaimed-removed": (domain) => `Removed the unconfirmed entry of ${domain}`,
    "unclaimed-allowed": (domain) => `Allowed the unconfirmed entry of ${domain} again`,
  },
};
