import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "availability-said": (title) => `Disponibilité dite : ${title}`,
    "availability-confirmed": (title) =>
      title === "" ? "Toutes les disponibilités confirmées" : `Disponibilité confirmée : ${title}`,
  },
  en: {
    "availability-said": (title) => `Said the availability of ${title}`,
    "availability-confirmed": (title) =>
      title === "" ? "Confirmed all availability" : `Confirmed the availability of ${title}`,
  },
};
