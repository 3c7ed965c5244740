import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "availability-said": (offer) => `Disponibilité dite : ${offer}`,
    "availability-confirmed": (offer) => `Disponibilité confirmée${offer === "" ? "" : ` : ${offer}`}`,
  },
  en: {
    "availability-said": (offer) => `Said the availability of ${offer}`,
    "availability-confirmed": (offer) => `Confirmed the availability${offer === "" ? "" : ` of ${offer}`}`,
  },
};
