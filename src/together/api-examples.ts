import type { z } from "@hono/zod-openapi";
import type { AskingShape } from "./api-shapes.ts";

/** What an association asks, once it has chosen our host to lead. */
export const askingShown: AskingShape = {
  ...{ id: "0192f6a0-7c1a-7cc2-8b5e-000000000001", name: "Les Lavandières", needs: ["file-sharing"] },
  ...{ need: "A Nextcloud and a training for 12 people.", territory: "com:67482", people: 12, about: null },
  ...{ budget: { amount: "600.00", currency: "EUR", period: "year" }, wished: "2027-03-01" },
  ...{ contact: "Claire, claire@asso.example", standing: "led", ending: null, reason: null, chosen: "lead" },
  others: [
    {
      ...{ name: "Mille Sabots", page: "https://mille-sabots.example/@mille_sabots", state: "partner", lead: false },
      ...{ chosen: true, actor: "https://mille-sabots.example/ap/actors/1", roles: ["training"] },
    },
  ],
  ...{ rolesWanted: ["hosting"], answer: "lead", roles: ["hosting"], words: null, result: null, agreed: null },
  ...{ declined: null, quote: null, received: "2026-11-27T10:00:00.000Z", changed: "2026-11-27T10:00:00.000Z" },
};

const plain = {
  kind: "quote",
  version: 1,
  url: null,
  text: "A Nextcloud for 12.",
  total: null,
  signed: false,
} as const;

/** The same once something was said to it. */
export const askingSaid: Readonly<Record<"answered" | "quoted" | "proposed" | "agreed", AskingShape>> = {
  answered: { ...askingShown, words: "With pleasure." },
  quoted: { ...askingShown, quote: { id: "0192f3d0-0000-7000-8000-000000000001", state: "awaiting" } },
  proposed: { ...askingShown, result: plain },
  agreed: { ...askingShown, chosen: "partner", answer: "partner", result: plain, agreed: 1 },
};

export const answerGiven = { answer: "lead" as const, roles: ["hosting"], words: "With pleasure." };

export const quoteAsked: z.input<typeof import("./api-shapes.ts").QuoteInput> = {
  ...{ title: "Quote for Les Lavandières", text: "We host, and Mille Sabots trains you.", language: "en" },
  total: { amount: "580.00", currency: "EUR", period: "year" },
};
