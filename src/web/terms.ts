import type { Language } from "../foundation/language.ts";

/** A word that not everyone knows, and what it means in one or two sentences. */
export interface TermWords {
  readonly word: string;
  readonly meaning: string;
}

const fr = {
  host: {
    word: "Hébergeur",
    meaning:
      "Qui fait tourner pour vous un service sur ses machines\u00a0: il l’installe, le tient à jour et garde vos données.",
  },
  instance: {
    word: "Instance",
    meaning:
      "Un même logiciel, installé chez quelqu’un et tenu par lui. Deux instances du même logiciel ont chacune leurs règles et leur équipe.",
  },
  server: {
    word: "Serveur",
    meaning: "Un ordinateur toujours allumé, relié à internet, sur lequel vos outils fonctionnent.",
  },
  cloud: {
    word: "Nuage (cloud)",
    meaning: "Des fichiers et des outils gardés sur le serveur de quelqu’un d’autre plutôt que sur votre appareil.",
  },
  newsletter: {
    word: "Infolettre (newsletter)",
    meaning:
      "Un courriel que vous écrivez une fois et qui part à beaucoup de gens. Ils le lisent\u202f; ils ne se répondent pas entre eux.",
  },
  "mailing-list": {
    word: "Liste de diffusion",
    meaning: "Une adresse de courriel pour un groupe\u00a0: ce que chaque membre y écrit arrive à tous les autres.",
  },
  "mail-provider": {
    word: "Fournisseur de courriel",
    meaning:
      "Qui garde votre boîte et votre adresse\u00a0: un hébergeur, ou Gmail. En changer peut changer votre adresse.",
  },
  "mail-client": {
    word: "Logiciel de messagerie",
    meaning:
      "Le programme avec lequel vous lisez vos courriels, comme Thunderbird. Il marche avec presque tous les fournisseurs.",
  },
  "site-engine": {
    word: "Moteur de site",
    meaning:
      "Le logiciel avec lequel vous écrivez votre site, comme WordPress. Il lui faut un hébergeur pour être en ligne.",
  },
  domain: {
    word: "Nom de domaine",
    meaning:
      "L’adresse qui vous appartient, comme monasso.org. On la loue à l’année\u202f; gardez-la à votre nom, et vous pourrez changer d’hébergeur sans changer d’adresse.",
  },
  libre: {
    word: "Libre",
    meaning:
      "Un logiciel que chacun peut utiliser, étudier, modifier et partager. Libre ne veut pas dire gratuit\u00a0: le service qui l’entoure peut se payer.",
  },
  gratis: {
    word: "Gratuit",
    meaning:
      "Que l’on ne paie pas en argent. Un service gratuit n’est pas forcément libre, et quelqu’un en paie toujours les frais.",
  },
  license: {
    word: "Licence",
    meaning: "Le texte qui dit ce que l’on a le droit de faire d’un logiciel ou d’un document.",
  },
  source: {
    word: "Code source",
    meaning: "Le texte d’un programme, tel que les gens l’écrivent et peuvent le relire.",
  },
  backup: {
    word: "Sauvegarde",
    meaning:
      "Une copie de vos données, gardée ailleurs, pour les retrouver après une panne ou une erreur. Elle ne vaut que si l’on a essayé de la relire.",
  },
  gdpr: {
    word: "RGPD",
    meaning:
      "Le règlement européen qui protège les données sur les personnes. Votre association en répond pour ses membres, et votre hébergeur s’y engage par écrit.",
  },
  "personal-data": {
    word: "Données personnelles",
    meaning: "Tout ce qui se rapporte à une personne que l’on peut reconnaître\u00a0: nom, adresse, photo, cotisation.",
  },
  processor: {
    word: "Sous-traitant",
    meaning:
      "Au sens du RGPD\u00a0: qui traite des données pour votre compte, comme votre hébergeur. Un contrat dit ce qu’il peut en faire.",
  },
  reversibility: {
    word: "Réversibilité",
    meaning: "Pouvoir partir avec vos données, dans un format que d’autres savent lire.",
  },
  migration: {
    word: "Migration",
    meaning: "Le passage de vos données et de vos habitudes d’un outil à un autre.",
  },
  shared: {
    word: "Mutualisé",
    meaning: "Un même service pour plusieurs structures. Moins cher, et moins à votre main.",
  },
  dedicated: {
    word: "Dédié",
    meaning: "Un service installé pour vous seuls\u00a0: plus cher, et plus à votre main.",
  },
  accompaniment: {
    word: "Accompagnement",
    meaning: "L’aide humaine autour de l’outil\u00a0: comprendre le besoin, installer, former, répondre aux questions.",
  },
  maintenance: {
    word: "Maintenance",
    meaning: "Ce qui garde un service sûr et en état\u00a0: mises à jour, surveillance, réparations.",
  },
  encryption: {
    word: "Chiffrement",
    meaning: "Rendre des données illisibles pour qui n’en a pas la clé.",
  },
  pad: {
    word: "Pad",
    meaning: "Une page de texte que plusieurs personnes écrivent en même temps.",
  },
  wiki: {
    word: "Wiki",
    meaning: "Un site dont les pages se modifient à plusieurs, et qui garde les versions d’avant.",
  },
  fediverse: {
    word: "Fédivers",
    meaning:
      "Des milliers de serveurs indépendants qui se parlent, comme Mastodon, PeerTube ou Mobilizon. Avec un compte sur l’un, on suit qui l’on veut sur les autres.",
  },
  mastodon: {
    word: "Mastodon",
    meaning:
      "Un réseau social libre du Fédivers\u00a0: de courts messages, sans publicité, sur le serveur de votre choix.",
  },
  feed: {
    word: "Flux (RSS, Atom)",
    meaning: "L’adresse des nouvelles d’un site, à donner à un lecteur de flux. On les reçoit sans compte.",
  },
  charter: {
    word: "CHATONS",
    meaning:
      "Un collectif d’hébergeurs, surtout français, qui ont signé une même charte\u00a0: logiciels libres, pas de publicité, pas de vente de données.",
  },
  siret: {
    word: "SIREN, SIRET",
    meaning:
      "Le numéro français d’une organisation (9 chiffres), et celui de l’un de ses établissements (14 chiffres).",
  },
  rna: {
    word: "RNA",
    meaning: "Le numéro d’une association au répertoire français des associations\u00a0: un W et neuf signes.",
  },
} satisfies Record<string, TermWords>;

/** Which word. */
export type TermCode = keyof typeof fr;

const en: Record<TermCode, TermWords> = {
  host: {
    word: "Host",
    meaning:
      "Whoever runs a service for you on their machines: they install it, keep it up to date and hold your data.",
  },
  instance: {
    word: "Instance",
    meaning:
      "One copy of a program, installed and kept by somebody. Two instances of the same program each have their rules and their team.",
  },
  server: {
    word: "Server",
    meaning: "A computer that is always on and connected to the internet, on which your tools run.",
  },
  cloud: {
    word: "Cloud",
    meaning: "Files and tools that are kept on somebody else’s server rather than on your own device.",
  },
  newsletter: {
    word: "Newsletter",
    meaning: "An e-mail that you write once and that goes to many. They read it; they do not answer one another.",
  },
  "mailing-list": {
    word: "Mailing list",
    meaning: "One e-mail address for a group: what any member writes to it reaches all the others.",
  },
  "mail-provider": {
    word: "Mail provider",
    meaning: "Whoever keeps your mailbox and your address: a host, or Gmail. To change it may change your address.",
  },
  "mail-client": {
    word: "Mail program",
    meaning: "The program in which you read your mail, like Thunderbird. It works with almost any provider.",
  },
  "site-engine": {
    word: "Site engine",
    meaning: "The program with which you write your website, like WordPress. It needs a host to be online.",
  },
  domain: {
    word: "Domain name",
    meaning:
      "The address that is yours, like ourclub.org. It is rented by the year; keep it in your own name, and you can change host without changing address.",
  },
  libre: {
    word: "Free software (libre)",
    meaning:
      "Software that anyone may use, study, change and share. Free as in freedom, not as in price: the service around it may cost money.",
  },
  gratis: {
    word: "Free of charge (gratis)",
    meaning:
      "Something that you do not pay for in money. It need not be free software, and somebody always bears its cost.",
  },
  license: {
    word: "Licence",
    meaning: "The text that says what one may do with a program or a document.",
  },
  source: {
    word: "Source code",
    meaning: "The text of a program, as people write it and can read it again.",
  },
  backup: {
    word: "Backup",
    meaning:
      "A copy of your data, kept elsewhere, to get them back after a breakdown or a mistake. It is worth something only once somebody has tried to read it.",
  },
  gdpr: {
    word: "GDPR",
    meaning:
      "The European regulation that protects data about people. Your association answers for its members’ data, and your host commits to it in writing.",
  },
  "personal-data": {
    word: "Personal data",
    meaning: "All that relates to a person who can be recognised: name, address, photo, membership fee.",
  },
  processor: {
    word: "Processor",
    meaning:
      "In the words of the GDPR: whoever handles data on your behalf, like your host. A contract says what it may do with them.",
  },
  reversibility: {
    word: "Reversibility",
    meaning: "Being able to leave with your data, in a format that others can read.",
  },
  migration: {
    word: "Migration",
    meaning: "The move of your data and your habits from one tool to another.",
  },
  shared: {
    word: "Shared",
    meaning: "One service for several organisations. Cheaper, and less yours to arrange.",
  },
  dedicated: {
    word: "Dedicated",
    meaning: "A service installed for you alone: dearer, and more yours to arrange.",
  },
  accompaniment: {
    word: "Accompaniment",
    meaning: "The help of people around the tool: understanding the need, installing, training, answering questions.",
  },
  maintenance: {
    word: "Maintenance",
    meaning: "What keeps a service safe and in order: updates, monitoring, repairs.",
  },
  encryption: {
    word: "Encryption",
    meaning: "Making data unreadable to whoever has no key.",
  },
  pad: {
    word: "Pad",
    meaning: "A page of text that several people write at the same time.",
  },
  wiki: {
    word: "Wiki",
    meaning: "A website whose pages several people can change, and which keeps the versions before.",
  },
  fediverse: {
    word: "Fediverse",
    meaning:
      "Thousands of independent servers that speak with one another, like Mastodon, PeerTube or Mobilizon. With an account on one you follow whom you like on the others.",
  },
  mastodon: {
    word: "Mastodon",
    meaning: "A free social network of the Fediverse: short messages, no advertising, on the server of your choice.",
  },
  feed: {
    word: "Feed (RSS, Atom)",
    meaning: "The address of a site’s news, to be given to a feed reader. It needs no account.",
  },
  charter: {
    word: "CHATONS",
    meaning:
      "A collective of hosts, mostly French, that signed one charter: free software, no advertising, no sale of data.",
  },
  siret: {
    word: "SIREN, SIRET",
    meaning: "The French number of an organisation (9 figures), and of one of its places (14 figures).",
  },
  rna: {
    word: "RNA",
    meaning: "The number of an association in the French register of associations: a W and nine signs.",
  },
};

export const terms: Readonly<Record<Language, Readonly<Record<TermCode, TermWords>>>> = { fr, en };

/** Words that are often taken for one another. */
export const confused: Readonly<Partial<Record<TermCode, readonly TermCode[]>>> = {
  newsletter: ["mailing-list"],
  "mailing-list": ["newsletter"],
  "mail-provider": ["mail-client"],
  "mail-client": ["mail-provider"],
  "site-engine": ["host"],
  host: ["site-engine", "domain"],
  domain: ["host"],
  libre: ["gratis"],
  gratis: ["libre"],
  shared: ["dedicated"],
  dedicated: ["shared"],
};
