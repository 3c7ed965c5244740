import type { Language } from "../foundation/language.ts";
import type { Stage } from "./campaigns.ts";

const frStages: Readonly<Record<Stage, string>> = {
  draft: "Brouillon",
  open: "Ouverte",
  reached: "Le compte y est",
  full: "Le compte y est",
  confirming: "Chacun confirme",
  committed: "Commande signée",
  delivering: "En cours",
  delivered: "Livrée",
  failed: "Pas aboutie",
  cancelled: "Abandonnée",
};

const enStages: typeof frStages = {
  draft: "Draft",
  open: "Open",
  reached: "Enough is there",
  full: "Enough is there",
  confirming: "Being confirmed",
  committed: "Order signed",
  delivering: "Under way",
  delivered: "Delivered",
  failed: "Not reached",
  cancelled: "Given up",
};

/** Where a request stands, in a word or two. */
export const stageWords: Readonly<Record<Language, Readonly<Record<Stage, string>>>> = { fr: frStages, en: enStages };
