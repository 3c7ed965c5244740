import { loosePhrases } from "./phrases.ts";

/** Who is counted: groups that would take part, or people who would use it. */
export type Heads = "associations" | "people";

export const headNames = loosePhrases<Heads>([
  ...[
    ...["association", "asso", "structure", "collectif", "club", "federation", "cooperative", "coop", "ecole", "amap"],
    ...["organisation", "groupe", "compagnie", "tiers lieu", "lieu", "syndicat", "section locale", "antenne", "mairie"],
    ...[
      "commune",
      "ong",
      "librairie",
      "cafe",
      "radio",
      "jardin",
      "troupe",
      "chorale",
      "media",
      "hebergeur",
      "partenaire",
    ],
    ...["charity", "charitie", "co op", "co ops", "group", "organization", "collective", "nonprofit", "ngo", "school"],
    ...["team", "choir", "community garden", "garden", "host", "partner", "society", "societie"],
  ].map((name) => [name, "associations"] as const),
  ...[
    ...["personne", "gens", "utilisateur", "utilisatrice", "adherent", "adherente", "membre", "benevole", "salarie"],
    ...["salariee", "compte", "boite", "poste", "eleve", "habitant", "tete", "militant", "usager", "participante"],
    ...["person", "people", "user", "member", "volunteer", "employee", "staff", "account", "mailboxe", "seat", "head"],
    ...["of us", "pupil", "student", "resident"],
  ].map((name) => [name, "people"] as const),
]);

/** Words that may stand between a number and who is counted. */
export const smallWords: ReadonlySet<string> = new Set([
  ...["petite", "petites", "petits", "petit", "autres", "autre", "grandes", "jeunes", "de", "d", "nos"],
  ...["small", "other", "others", "local", "little", "more", "young"],
]);

/** "Chacun", "each": the amount is one of several. */
export const eachNames: ReadonlySet<string> = new Set(["chacun", "chacune", "chaque", "each", "every", "apiece"]);

/** What stands before one who is counted: "par personne", "/user", "a head". */
export const perNames: ReadonlySet<string> = new Set(["par", "per", "/", "a"]);
