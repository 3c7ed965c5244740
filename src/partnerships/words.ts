import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Qui travaille avec qui",
  description: "Les hébergeurs qui se complètent, se relaient ou se sauvegardent, et ce qu’ils font ensemble.",
  lead: "Un hébergeur seul ne fait pas tout. Voici ceux qui se complètent\u00a0: chaque lien est publié par les deux, chacun sur son propre site.",
  counts: (pairs: number, hosts: number) =>
    `${pairs === 1 ? "Un partenariat" : `${pairs} partenariats`} entre ${hosts} hébergeurs.`,
  none: "Aucun partenariat n’est connu ici pour l’instant.",
  noneText: "Ils apparaîtront dès que deux hébergeurs décideront ensemble de les montrer.",
  noneOf: (name: string) => `Aucun partenariat de ${name} n’est connu ici.`,
  only: "Voir un seul hébergeur",
  everybody: "Tous les hébergeurs",
  show: "Voir",
  seeAll: "Voir tous les partenariats",
  joint: (n: number) =>
    n > 1
      ? `Voir les ${n} offres que des hébergeurs donnent ensemble`
      : "Voir l’offre que des hébergeurs donnent ensemble",
  picture: "En dessin",
  pictureTitle: "Le réseau des hébergeurs",
  pictureText: (hosts: number, lines: number) =>
    `${hosts} hébergeurs, reliés par ${lines === 1 ? "un trait" : `${lines} traits`}. Le tableau de la page dit la même chose.`,
  pictureNote:
    "Chaque trait relie deux hébergeurs qui travaillent ensemble. La place et la taille ne veulent rien dire.",
  ours: "Notre site",
  table: "En tableau",
  columns: { one: "Hébergeur", other: "Avec", what: "Ensemble", since: "Depuis le" },
  directory: "Annuaire",
  home: "Accueil",
  partners: "Partenaires",
  partnersOf: (name: string) => `Avec qui travaille ${name}`,
  part: (name: string, roles: string) => `${name}\u00a0: ${roles}`,
  since: (day: string) => `depuis le ${day}`,
  unverified: "Non vérifié",
  unverifiedText: "Accord donné par lien privé, par un hébergeur qui n’a pas de site ici.",
  network: "Voir tout le réseau",
  askThem: "Lui demander un partenariat",
};

const en: typeof fr = {
  title: "Who works with whom",
  description: "Hosts that complement, stand in for or back up each other, and what they do together.",
  lead: "No host does everything alone. Here are those that complement each other: both hosts publish each link, each on its own site.",
  counts: (pairs, hosts) => `${pairs === 1 ? "One partnership" : `${pairs} partnerships`} between ${hosts} hosts.`,
  none: "No partnership is known here yet.",
  noneText: "They will appear as soon as two hosts decide together to show them.",
  noneOf: (name) => `No partnership of ${name} is known here.`,
  only: "See one host",
  everybody: "All hosts",
  show: "See",
  seeAll: "See all partnerships",
  joint: (n) => (n > 1 ? `See the ${n} offers that hosts give together` : "See the offer that hosts give together"),
  picture: "As a drawing",
  pictureTitle: "The network of hosts",
  pictureText: (hosts, lines) =>
    `${hosts} hosts, tied by ${lines === 1 ? "one line" : `${lines} lines`}. The table of the page says the same.`,
  pictureNote: "Each line ties two hosts that work together. Place and size mean nothing.",
  ours: "Our site",
  table: "As a table",
  columns: { one: "Host", other: "With", what: "Together", since: "Since" },
  directory: "Directory",
  home: "Home",
  partners: "Partners",
  partnersOf: (name) => `With whom ${name} works`,
  part: (name, roles) => `${name}: ${roles}`,
  since: (day) => `since ${day}`,
  unverified: "Not verified",
  unverifiedText: "Agreed by private link, by a host that has no site here.",
  network: "See the whole network",
  askThem: "Ask it for a partnership",
};

export const words: Record<Language, typeof fr> = { fr, en };
