import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "offer-created": (title) => `Offre commencée : ${title}`,
    "offer-saved": (title) => `Offre enregistrée : ${title}`,
    "offer-published": (title) => `Offre publiée : ${title}`,
    "offer-changes-published": (title) => `Changements publiés : ${title}`,
    "offer-draft-dropped": (title) => `Changements abandonnés : ${title}`,
    "offer-restored": (title) => `Ancienne version reprise : ${title}`,
    "offer-withdrawn": (title) => `Offre retirée : ${title}`,
    "offer-duplicated": (title) => `Offre dupliquée : ${title}`,
    "offer-archived": (title) => `Offre archivée : ${title}`,
    "offer-unarchived": (title) => `Offre sortie des archives : ${title}`,
    "offer-deleted": (title) => `Brouillon effacé : ${title}`,
    "offer-moved": (title) => `Offre déplacée dans la liste : ${title}`,
  },
  en: {
    "offer-created": (title) => `Began the offer ${title}`,
    "offer-saved": (title) => `Saved the offer ${title}`,
    "offer-published": (title) => `Published the offer ${title}`,
    "offer-changes-published": (title) => `Published changes to ${title}`,
    "offer-draft-dropped": (title) => `Abandoned changes to ${title}`,
    "offer-restored": (title) => `Took up an older version of ${title}`,
    "offer-withdrawn": (title) => `Withdrew the offer ${title}`,
    "offer-duplicated": (title) => `Duplicated the offer ${title}`,
    "offer-archived": (title) => `Archived the offer ${title}`,
    "offer-unarchived": (title) => `Took the offer ${title} out of the archive`,
    "offer-deleted": (title) => `Deleted the draft ${title}`,
    "offer-moved": (title) => `Moved the offer ${title} in the list`,
  },
};
