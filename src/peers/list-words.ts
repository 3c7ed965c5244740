import type { Language } from "../foundation/language.ts";
import type { UnreadReason } from "./blocklist.ts";
import type { ListProblem, ListRefusal } from "./blocklist-changes.ts";

const fr = {
  title: "Listes de blocage",
  lead: "Les listes que d’autres tiennent proposent des serveurs à bloquer. Rien n’est bloqué sans que vous l’ayez coché.",
  get: "Télécharger nos serveurs bloqués (CSV)",
  getHint: "Au format de Mastodon. Vos raisons n’y figurent pas.",
  fileTitle: "Lire un fichier",
  file: "Fichier CSV",
  fileHint: "Tel que Mastodon l’exporte, ou un domaine par ligne. 1 Mo au plus.",
  fileMissing: "Choisissez un fichier.",
  readFile: "Voir ce qu’il propose",
  addressTitle: "Suivre une liste partagée",
  address: "Adresse de la liste",
  addressHint: "Elle est relue chaque jour. Ce qui s’y ajoute est proposé ici, jamais appliqué.",
  subscribe: "Suivre cette liste",
  lists: "Vos listes",
  noLists: "Aucune liste pour l’instant.",
  list: "Liste",
  waiting: "À décider",
  lastRead: "Lue",
  notRead: "pas encore lue",
  aFile: "fichier envoyé",
  suggested: (count: number) =>
    count === 0
      ? "Cette liste ne propose plus rien."
      : count === 1
        ? "1 serveur est proposé."
        : `${count} serveurs sont proposés.`,
  suggestedText: "Cochez ceux que vous voulez bloquer ou ne plus voir proposés. Aucun n’est coché d’avance.",
  domain: "Domaine",
  severity: "Ce que la liste demande",
  severities: { suspend: "bloquer", silence: "mettre en retrait" } as Record<string, string>,
  cuts: "Ce que cela couperait ici",
  nothing: "rien",
  cut: (what: { followers: number; messages: number; peers: number; hosts: number }) =>
    [
      what.peers > 0 ? "une instance en lien" : "",
      what.hosts > 0 ? (what.hosts === 1 ? "1 hébergeur" : `${what.hosts} hébergeurs`) : "",
      what.followers > 0 ? (what.followers === 1 ? "1 abonné" : `${what.followers} abonnés`) : "",
      what.messages > 0 ? (what.messages === 1 ? "1 message" : `${what.messages} messages`) : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  pick: (domain: string) => `Choisir ${domain}`,
  blockPicked: "Bloquer ceux qui sont cochés",
  dismissPicked: "Ne plus les proposer",
  nonePicked: "Cochez au moins un serveur.",
  unread: (count: number) =>
    count === 1 ? "1 ligne n’a pas pu être utilisée" : `${count} lignes n’ont pas pu être utilisées`,
  line: (line: number) => `ligne ${line}`,
  reasons: {
    obfuscated: "le domaine est masqué par des étoiles\u00a0: demandez-le à qui tient la liste",
    malformed: "ce n’est pas un domaine",
    "nothing-asked": "la liste ne demande rien pour ce domaine",
    "too-many": "la liste est trop longue, la suite n’est pas lue",
  } satisfies Record<UnreadReason, string>,
  drop: "Oublier cette liste",
  dropHint: "Ce que vous avez bloqué le reste.",
  problems: {
    unreachable: "Cette adresse ne répond pas. Elle est redemandée demain.",
    "no-list": "À cette adresse il n’y a pas de liste que nous sachions lire.",
    "too-large": "Cette liste est trop grande (plus de 1 Mo).",
  } satisfies Record<ListProblem, string>,
  did: {
    listed: "La liste est lue. Rien n’est encore bloqué.",
    subscribed: "La liste va être lue. Rechargez cette page dans un moment.",
    blocked: "Ces serveurs sont bloqués.",
    dismissed: "Ces serveurs ne seront plus proposés.",
    dropped: "La liste est oubliée.",
  },
  refusals: {
    "list-empty": "Ce fichier ne contient aucun domaine.",
    "list-too-large": "Ce fichier est trop grand\u00a0: 1 Mo au plus.",
    "list-address": "Nous n’arrivons pas à lire cette adresse. Écrivez-la comme https://exemple.org/liste.csv.",
    "too-many-lists": "Vous avez déjà 50 listes. Oubliez-en une d’abord.",
  } satisfies Record<ListRefusal, string>,
  before: "Précédente",
  next: "Suivante",
};

const en: typeof fr = {
  title: "Blocklists",
  lead: "Lists that others keep suggest servers to block. Nothing is blocked unless you have ticked it.",
  get: "Download our blocked servers (CSV)",
  getHint: "In Mastodon’s format. Your reasons are not in it.",
  fileTitle: "Read a file",
  file: "CSV file",
  fileHint: "As Mastodon exports it, or one domain a line. 1 MB at most.",
  fileMissing: "Choose a file.",
  readFile: "See what it suggests",
  addressTitle: "Follow a shared list",
  address: "Address of the list",
  addressHint: "It is read every day. What is added there is suggested here, never applied.",
  subscribe: "Follow this list",
  lists: "Your lists",
  noLists: "No list yet.",
  list: "List",
  waiting: "To decide",
  lastRead: "Read",
  notRead: "not read yet",
  aFile: "file that was sent",
  suggested: (count) =>
    count === 0
      ? "This list suggests nothing any more."
      : count === 1
        ? "1 server is suggested."
        : `${count} servers are suggested.`,
  suggestedText: "Tick those that you want to block, or not to be suggested any more. None is ticked beforehand.",
  domain: "Domain",
  severity: "What the list asks",
  severities: { suspend: "block", silence: "keep in the background" },
  cuts: "What it would cut here",
  nothing: "nothing",
  cut: (what) =>
    [
      what.peers > 0 ? "an instance in touch" : "",
      what.hosts > 0 ? (what.hosts === 1 ? "1 host" : `${what.hosts} hosts`) : "",
      what.followers > 0 ? (what.followers === 1 ? "1 follower" : `${what.followers} followers`) : "",
      what.messages > 0 ? (what.messages === 1 ? "1 message" : `${what.messages} messages`) : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  pick: (domain) => `Choose ${domain}`,
  blockPicked: "Block those that are ticked",
  dismissPicked: "Suggest them no more",
  nonePicked: "Tick at least one server.",
  unread: (count) => (count === 1 ? "1 line could not be used" : `${count} lines could not be used`),
  line: (line) => `line ${line}`,
  reasons: {
    obfuscated: "the domain is hidden by stars: ask those who keep the list for it",
    malformed: "this is no domain",
    "nothing-asked": "the list asks nothing for this domain",
    "too-many": "the list is too long, the rest is not read",
  },
  drop: "Forget this list",
  dropHint: "What you have blocked stays so.",
  problems: {
    unreachable: "This address does not answer. It is asked again tomorrow.",
    "no-list": "At this address there is no list that we can read.",
    "too-large": "This list is too large (more than 1 MB).",
  },
  did: {
    listed: "The list is read. Nothing is blocked yet.",
    subscribed: "The list is going to be read. Load this page anew in a moment.",
    blocked: "These servers are blocked.",
    dismissed: "These servers will not be suggested any more.",
    dropped: "The list is forgotten.",
  },
  refusals: {
    "list-empty": "There is no domain in this file.",
    "list-too-large": "This file is too large: 1 MB at most.",
    "list-address": "We cannot read this address. Write it like https://example.org/list.csv.",
    "too-many-lists": "You have 50 lists already. Forget one first.",
  },
  before: "Previous",
  next: "Next",
};

export const words: Record<Language, typeof fr> = { fr, en };
