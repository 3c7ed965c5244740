import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them: of each, its title. */
export const deeds: DeedWords = {
  fr: {
    "joint-drafted": (title) => `Offre commune préparée\u00a0: ${title}`,
    "joint-terms-changed": (title) => `Qui fait quoi, changé\u00a0: ${title}`,
    "joint-asked": (title) => `Hébergeurs invités\u00a0: ${title}`,
    "joint-withdrawn": (title) => `Offre commune retirée\u00a0: ${title}`,
    "joint-commented": (title) => `Message entre hébergeurs\u00a0: ${title}`,
    "joint-accepted": (title) => `Accord donné\u00a0: ${title}`,
    "joint-refused": (title) => `Invitation refusée\u00a0: ${title}`,
    "joint-left": (title) => `Départ d’une offre commune\u00a0: ${title}`,
    "joint-part-closed": (title) => `Notre part fermée\u00a0: ${title}`,
    "joint-part-opened": (title) => `Notre part rouverte\u00a0: ${title}`,
  },
  en: {
    "joint-drafted": (title) => `Drafted a joint offer: ${title}`,
    "joint-terms-changed": (title) => `Changed who does what: ${title}`,
    "joint-asked": (title) => `Invited hosts: ${title}`,
    "joint-withdrawn": (title) => `Withdrew a joint offer: ${title}`,
    "joint-commented": (title) => `Wrote to the hosts of: ${title}`,
    "joint-accepted": (title) => `Agreed to: ${title}`,
    "joint-refused": (title) => `Refused an invitation: ${title}`,
    "joint-left": (title) => `Left a joint offer: ${title}`,
    "joint-part-closed": (title) => `Closed our part: ${title}`,
    "joint-part-opened": (title) => `Opened our part again: ${title}`,
  },
};
