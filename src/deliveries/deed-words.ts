import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "delivery-retried": (server) => `Envoi repris vers ${server}`,
    "deliveries-retried": (server) => `Envois repris${server === "" ? "" : ` vers ${server}`}`,
    "deliveries-again": (count) => `Envois mis de côté repris : ${count}`,
    "deliveries-drop": (count) => `Envois mis de côté abandonnés : ${count}`,
  },
  en: {
    "delivery-retried": (server) => `Tried a delivery to ${server} again`,
    "deliveries-retried": (server) => `Tried deliveries again${server === "" ? "" : `, to ${server}`}`,
    "deliveries-again": (count) => `Tried deliveries that were given up again: ${count}`,
    "deliveries-drop": (count) => `Dropped deliveries that were given up: ${count}`,
  },
};
