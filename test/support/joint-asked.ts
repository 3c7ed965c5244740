import { contentOf } from "../../src/joint/drafting.ts";
import type { ShownPaper } from "../../src/joint/receiving.ts";
import { versionOf } from "../../src/offers/substance.ts";

/** A host that leads something, as it is named. */
export const rucher = {
  actor: "https://lerucher.example/ap/actors/host",
  name: "Le Rucher",
  page: "https://lerucher.example/@hote",
};

/** What Le Rucher would show of an offer that it leads, and asks a host with this actor to sign. */
export function askedByRucher(own: string, more: Partial<ShownPaper> = {}): ShownPaper {
  const money = { amount: 9_000, currency: "EUR", period: "year" } as const;
  const content = contentOf({
    title: "Un courriel formé",
    summary: "",
    needs: ["email"],
    language: "fr",
    price: money,
  });
  const terms = {
    ...{ text: null, invoicing: rucher.actor, supportEntry: rucher.actor, liability: null, total: money },
    parts: [
      { actor: rucher.actor, roles: ["lead", "hosting"], share: null, does: null },
      { actor: own, roles: ["training"], share: null, does: "Deux séances de formation." },
    ],
    onLeaving: { mode: "suspend", words: "Trois mois de préavis." } as const,
  };
  const said = { title: content.title, about: null, content, terms, ...more };
  return {
    ...{
      kind: "offer",
      lead: rucher,
      proposal: "https://lerucher.example/ap/proposals/1",
      state: "awaiting",
      announcement: null,
    },
    ...{ language: "fr", page: null, inForce: null, partners: [], chosen: null, ...said, version: versionOf(said) },
  };
}
