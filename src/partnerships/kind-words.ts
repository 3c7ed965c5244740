import type { Language } from "../foundation/language.ts";
import { label } from "../hosts/vocabularies.ts";
import { listWords } from "../web/money.ts";
import { type PartnershipKind, partnershipKinds } from "./partnership.ts";

/** What two hosts do together, as people read it. */
export function kindName(kind: string, language: Language): string {
  const known = partnershipKinds.find((one) => one === kind);
  return known === undefined ? other[language] : words[language][known].name;
}

/** What a host elsewhere may come to call a partnership that has no name here yet. */
const other: Readonly<Record<Language, string>> = { fr: "Partenariat", en: "Partnership" };

/** The same, explained beside the choice. */
export function kindHint(kind: PartnershipKind, language: Language): string {
  return words[language][kind].hint;
}

/** Parts that a host takes, in words; null where none is named. */
export function roleNames(roles: readonly string[], language: Language): string | null {
  if (roles.length === 0) return null;
  return listWords(
    roles.map((role) => label("partnershipRoles", role, language)),
    language,
  );
}

type KindWords = Readonly<Record<PartnershipKind, { readonly name: string; readonly hint: string }>>;

const fr: KindWords = {
  "joint-offer": { name: "Offre commune", hint: "Proposer ensemble une même offre, chacun avec sa part." },
  subcontracting: { name: "Sous-traitance", hint: "L’un confie à l’autre une partie de ce qu’il propose." },
  "skills-exchange": { name: "Échange de compétences", hint: "S’entraider, se former, relire le travail de l’autre." },
  "mutual-backup": { name: "Sauvegarde croisée", hint: "Chacun garde une copie des données de l’autre, ailleurs." },
  continuity: { name: "Reprise en cas d’arrêt", hint: "Si l’un s’arrête, l’autre accueille ses associations." },
  "shared-structure": { name: "Structure partagée", hint: "Partager du matériel, un local, une embauche." },
  "joint-answer": {
    name: "Réponse commune",
    hint: "Répondre ensemble à une petite annonce ou à une demande.",
  },
};

const en: KindWords = {
  "joint-offer": { name: "Joint offer", hint: "Propose one offer together, each with a part in it." },
  subcontracting: { name: "Subcontracting", hint: "One gives to the other a part of what it proposes." },
  "skills-exchange": { name: "Exchange of skills", hint: "Help and train each other, review each other’s work." },
  "mutual-backup": { name: "Mutual backup", hint: "Each keeps a copy of the other’s data, somewhere else." },
  continuity: { name: "Continuity if one stops", hint: "If one stops, the other takes in its associations." },
  "shared-structure": { name: "Shared structure", hint: "Share machines, rooms, or a job." },
  "joint-answer": { name: "Joint answer", hint: "Answer a funding request or another request together." },
};

const words: Readonly<Record<Language, KindWords>> = { fr, en };
