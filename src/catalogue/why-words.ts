import type { Language } from "../foundation/language.ts";
import type { Trust } from "./catalogue.ts";
import type { Why } from "./why.ts";

const fr = {
  levels: {
    0: "bloqué par ce site",
    1: "pas encore vérifié",
    2: "connu, sans garant",
    3: "d’autres s’en portent garants",
    4: "en lien avec ce site",
  } satisfies Record<Trust, string>,
  own: "l’hébergeur de ce site",
  texts: {
    0: "Les responsables de ce site ont bloqué son domaine\u00a0: rien de lui n’est montré.",
    1: "Il n’est montré nulle part tant que son propre site n’a pas prouvé qui il est.",
    2: "Son propre site a prouvé qui il est. Personne que nous connaissons n’en dit rien\u202f: il n’est montré que si vous le demandez.",
    3: "Des hébergeurs en qui ce site a confiance disent publiquement qu’ils s’en portent garants.",
    4: "Les responsables de ce site ont accepté d’être en lien avec le sien.",
  } satisfies Record<Trust, string>,
  ownText: "Ce site est le sien.",
  hidden: "Il ne répond plus depuis trente jours\u00a0: il n’est plus montré, jusqu’à ce qu’il réponde.",
  source: "Comment nous l’avons connu",
  sources: {
    own: "Ce site est le sien",
    peer: "Son site et le nôtre se sont adressés l’un à l’autre",
    named: "Un autre site le cite",
    seed: "Une liste de départ le cite",
  } satisfies Record<Why["source"], string>,
  namedBy: (host: string) => `${host} le cite`,
  hops: (count: number) =>
    count <= 1
      ? "à un pas d’un site avec qui nous sommes en lien"
      : `à ${count} pas d’un site avec qui nous sommes en lien`,
  since: "Connu depuis",
  vouchedBy: "Qui s’en porte garant",
  ours: "nous-mêmes",
  vouchDay: (day: string) => `le ${day}`,
  statement: "Voir la déclaration",
  statementOf: (name: string) => `Voir la déclaration de ${name}`,
  others: (count: number) =>
    count === 1
      ? "Un autre hébergeur s’en porte garant, mais nous ne le connaissons pas assez pour que cela compte."
      : `${count} autres hébergeurs s’en portent garants, mais nous ne les connaissons pas assez pour que cela compte.`,
  noVouch: "Personne que nous connaissons assez.",
  missing: "Pour être montré d’office",
  missingText: (missing: number) =>
    missing === 1
      ? "Il faut qu’un hébergeur en lien avec ce site s’en porte garant, ou que les responsables de ce site acceptent d’être en lien avec lui."
      : `Il faut que ${missing} autres hébergeurs en lien avec ce site s’en portent garants, ou que les responsables de ce site acceptent d’être en lien avec lui.`,
  missingProof: "Il faut d’abord que son propre site prouve qui il est.",
  rule: "Chaque site décide pour lui-même en qui il a confiance. Personne ne peut acheter ce niveau ni se l’attribuer.",
};

const en: typeof fr = {
  levels: {
    0: "blocked by this site",
    1: "not verified yet",
    2: "known, nobody vouches",
    3: "others vouch for it",
    4: "in touch with this site",
  },
  own: "the host of this site",
  texts: {
    0: "Those who run this site have blocked its domain: nothing of it is shown.",
    1: "It is shown nowhere until its own site has proved who it is.",
    2: "Its own site has proved who it is. Nobody we know says anything of it: it is shown only when you ask for it.",
    3: "Hosts that this site trusts say publicly that they vouch for it.",
    4: "Those who run this site agreed to be in touch with its site.",
  },
  ownText: "This site is its own.",
  hidden: "It has not answered for thirty days: it is not shown any more, until it answers.",
  source: "How we came to know it",
  sources: {
    own: "This site is its own",
    peer: "Its site and ours turned to each other",
    named: "Another site names it",
    seed: "A list to begin with names it",
  },
  namedBy: (host) => `${host} names it`,
  hops: (count) =>
    count <= 1
      ? "one step from a site that we are in touch with"
      : `${count} steps from a site that we are in touch with`,
  since: "Known since",
  vouchedBy: "Who vouches for it",
  ours: "we ourselves",
  vouchDay: (day) => `on ${day}`,
  statement: "See the statement",
  statementOf: (name) => `See the statement of ${name}`,
  others: (count) =>
    count === 1
      ? "Another host vouches for it, but we do not know that one well enough for it to count."
      : `${count} other hosts vouch for it, but we do not know them well enough for it to count.`,
  noVouch: "Nobody that we know well enough.",
  missing: "To be shown without being asked for",
  missingText: (missing) =>
    missing === 1
      ? "A host in touch with this site has to vouch for it, or those who run this site have to agree to be in touch with it."
      : `${missing} more hosts in touch with this site have to vouch for it, or those who run this site have to agree to be in touch with it.`,
  missingProof: "Its own site has to prove first who it is.",
  rule: "Each site decides for itself whom it trusts. Nobody can buy this level, nor award it to themselves.",
};

export const words: Record<Language, typeof fr> = { fr, en };
