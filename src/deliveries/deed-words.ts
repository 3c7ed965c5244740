import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "delivery-retried": (server) => `Envoi tenté de nouveau vers ${server}`,
    "deliveries-retried": (server) => `Tous les envois tentés de nouveau vers ${server}`,
  },
  en: {
    "delivery-retried": (server) => `Tried a delivery to ${server} again`,
    "deliveries-retried": (server) => `Tried all deliveries to ${server} again`,
  },
};
