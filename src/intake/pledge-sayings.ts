import type { InKind } from "./intake.ts";
import { exactPhrases, means } from "./phrases.ts";

/** What somebody does with a promise other than making one; who takes back an amount may mean all of it or a part. */
export type SaidDeed = "withdraw" | "take-back" | "change" | "add";

export const deedSayings = exactPhrases<SaidDeed>([
  ...means(
    "withdraw",
    `
    je retire ma promesse; nous retirons notre promesse; on retire notre promesse; ma promesse est annulée;
    j'annule ma promesse; annuler ma promesse; retirer ma promesse; j'annule; nous annulons; on annule;
    je me retire; on se retire; nous nous retirons; je me désengage; finalement non; ne participe plus;
    ne participons plus; ne participera plus; ne participerons plus; ne participe pas; ne participons pas;
    ne pourrai plus participer; annulez ma promesse; i withdraw; we withdraw; withdraw my pledge;
    withdraw our pledge; cancel my pledge; cancel our pledge; i'm out; we're out; count me out; count us out;
    take back my pledge
  `,
  ),
  ...means(
    "take-back",
    `
    je retire; nous retirons; on retire; j'enlève; on enlève; i take back; take off; je baisse de; on baisse de;
    je réduis de; lower it by; reduce it by; en moins; de moins
  `,
  ),
  ...means(
    "change",
    `
    je passe à; on passe à; nous passons à; je monte à; on monte à; nous montons à; je change pour;
    j'augmente à; je baisse à; on baisse à; je descends à; plutôt; passez ma promesse à; passer ma promesse à;
    corrige à; je corrige; finalement ce sera; raise it to; raise my pledge to; raise our pledge to;
    lower it to; lowering my pledge to; lowering our pledge to; raising my pledge to; raising our pledge to;
    increase my pledge to; increase our pledge to; change it to; make it; lower my pledge to;
    change my pledge to; go up to; down to; make that
  `,
  ),
  ...means(
    "add",
    `
    ajoute; j'ajoute; ajoutons; rajoute; rajoutons; de plus; en plus; adding; add; more from us; j'augmente de;
    on augmente de; nous augmentons de; raise it by; increase it by
  `,
  ),
]);

/** Before an amount in its clause: it is not promised. */
export const negations = exactPhrases<true>(
  means(
    true,
    `
  pas de quoi; peux pas; peut pas; veux pas; impossible de; cannot; can't; can not; won't; will not; don't;
  do not; doesn't; couldn't; unable to; not able to; never; not; sans
`,
  ),
);

/** "Ne … pas": the two parts, with a verb between them. */
export const negatedBy: ReadonlySet<string> = new Set(["ne", "n"]);
export const negatedWith: ReadonlySet<string> = new Set(["pas", "plus", "jamais", "aucun", "aucune"]);

export const visibilitySayings = exactPhrases<"amount-hidden" | "anonymous">([
  ...means(
    "anonymous",
    `
    anonyme; en anonyme; anonymement; de façon anonyme; de manière anonyme; anonymous; anonymously;
    without our name; sans notre nom; sans mon nom; sans nom
  `,
  ),
  ...means(
    "amount-hidden",
    `
    montant caché; montant masqué; sans afficher le montant; cachez le montant; sans montrer le montant;
    masquez le montant; montant non public; hide the amount; amount hidden; hidden amount; without the amount
  `,
  ),
]);

/** What begins a condition, and what in it is a number of participants or a total. */
export const ifSayings = exactPhrases<true>(
  means(
    true,
    `
  si; s'il; à condition; pourvu; dès que; dès qu; sous réserve; if; provided; as long as; once; à partir de;
  dès; seulement si; only if; as soon as; unless
`,
  ),
);

/** Begins like a condition and is none. */
export const politeSayings = exactPhrases<true>(
  means(
    true,
    `
  s'il vous plaît; s'il te plaît; si possible; si besoin; si vous voulez; si tu veux; if possible; if you like;
  if you want; if needed; si cela vous aide; if that helps; si ça aide
`,
  ),
);

export const totals: ReadonlySet<string> = new Set([
  ...["total", "totale", "atteint", "atteignez", "arrive", "depasse", "promis", "collecte", "cagnotte", "somme"],
  ...["reaches", "reach", "raised", "pledged", "exceeds"],
]);

export const participations: ReadonlySet<string> = new Set([
  ...[
    "est",
    "sommes",
    "etes",
    "participants",
    "participantes",
    "participent",
    "moins",
    "autres",
    "assos",
    "associations",
  ],
  ...["us", "others", "join", "participate", "least", "people", "groups", "personnes", "structures", "collectifs"],
]);

/** Spans of work: how many of the unit one of them is. */
export const workUnits = exactPhrases<InKind>([
  ...means({ count: 1, unit: "hour" }, "heure; heures; h; hour; hours"),
  ...means({ count: 1, unit: "day" }, "jour; jours; journée; journées; day; days"),
]);

/** What may follow them: work, and not a time. */
export const workJoins: ReadonlySet<string> = new Set(["de", "d", "of"]);

/** Before a number: a time, not work. */
export const timeLeads: ReadonlySet<string> = new Set([
  ...[
    "pendant",
    "durant",
    "sous",
    "dans",
    "ici",
    "depuis",
    "within",
    "in",
    "for",
    "les",
    "tous",
    "every",
    "avant",
    "/",
  ],
]);
