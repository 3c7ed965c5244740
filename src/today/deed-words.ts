import type { DeedWords } from "../web/deeds.ts";

/** What is done about the server at the desk, as the journal tells it. */
export const deeds: DeedWords = {
  fr: {
    "deliveries-again": (count) => `Envois repris : ${count}`,
    "deliveries-drop": (count) => `Envois abandonnés pour de bon : ${count}`,
  },
  en: {
    "deliveries-again": (count) => `Deliveries begun again: ${count}`,
    "deliveries-drop": (count) => `Deliveries given up for good: ${count}`,
  },
};
