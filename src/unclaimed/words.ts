import type { Language } from "../foundation/language.ts";
import type { ClaimRefusal } from "./changes.ts";
import type { ListKind } from "./unclaimed.ts";

const fr = {
  directory: "Annuaire",
  title: "Hébergeurs non confirmés",
  lead: "Des listes publiques nomment ces hébergeurs. Eux n’ont rien dit ici\u00a0: ni leurs places, ni leurs prix. Vérifiez tout sur leur site.",
  count: (n: number) => (n === 1 ? "Un hébergeur" : `${n} hébergeurs`),
  before: "Précédents",
  next: "Suivants",
  answering: (need: string) => `Dont les services semblent répondre à ce besoin\u00a0: ${need}.`,
  all: "Les voir tous",
  none: "Aucun hébergeur non confirmé",
  noneMore: "Personne n’a encore repris de liste ici. Les hébergeurs qui se présentent eux-mêmes sont dans l’annuaire.",
  seeDirectory: "Voir l’annuaire",
  notConfirmed: "Non confirmé",
  needs: "Besoins devinés d’après ses logiciels",
  territory: "Territoire",
  website: "Son site",
  from: "D’où vient cette fiche",
  sources: {
    chatonsinfos: "fichiers publics ChatonsInfos",
    librehosters: "annuaire public des LibreHosters",
  } satisfies Record<ListKind, string>,
  listed: (list: string, kind: string) => `${list} (${kind})`,
  since: "Ici depuis",
  read: "Lue pour la dernière fois",
  warning: "Cet hébergeur n’a rien confirmé",
  warningText:
    "Cette fiche reprend ce qu’une liste publique dit de lui. Elle ne dit ni s’il a de la place, ni à quel prix.",
  ours: "C’est nous",
  oursLead:
    "Cette fiche vous concerne\u202f? Deux choses sont possibles. Chacune se prouve par votre site, sans compte et sans mot de passe.",
  claimTitle: "Prendre la place de cette fiche",
  claimSame: (domain: string) =>
    `Si votre instance Essaim est à l’adresse ${domain} ou en dessous (par exemple essaim.${domain}), il n’y a rien à faire\u00a0: la fiche s’efface devant votre page dès que cette instance-ci vous connaît.`,
  claimOther: "Si votre instance est ailleurs, faites-le dire par votre site, d’une de ces façons\u00a0:",
  claimLink: "sur la page d’accueil, un lien vers votre instance\u00a0:",
  claimFile: (path: string) => `ou un fichier de texte à l’adresse ${path}, qui contient\u00a0:`,
  address: "Adresse de votre instance",
  addressHint: "Par exemple\u00a0: https://essaim.exemple.org",
  claim: "Vérifier et prendre la place",
  removeTitle: "Retirer cette fiche",
  removeText: (path: string) =>
    `Mettez sur votre site, à l’adresse ${path}, un fichier de texte qui contient cette ligne\u00a0:`,
  removeMore:
    "Elle vaut pour toutes les instances Essaim\u00a0: aucune ne reprendra la fiche, même si une liste vous nomme encore.",
  remove: "Vérifier et retirer la fiche",
  removed: "La fiche est retirée",
  removedText:
    "Elle ne reviendra pas ici, même si une liste vous nomme encore. Vous pouvez laisser le fichier sur votre site, pour les autres instances.",
  refusals: {
    "too-soon": "Votre site vient d’être interrogé. Attendez une demi-minute, puis recommencez.",
    "address-malformed": "Ce n’est pas une adresse. Par exemple\u00a0: https://essaim.exemple.org",
    "unknown-instance": "Cette instance n’est pas encore connue ici. Demandez d’abord à vous relier, puis revenez.",
    "no-proof": "Votre site ne le dit pas encore. Vérifiez la ligne et l’adresse du fichier, puis recommencez.",
  } satisfies Record<ClaimRefusal, string>,
};

const en: typeof fr = {
  directory: "Directory",
  title: "Unconfirmed hosts",
  lead: "Public lists name these hosts. They themselves have said nothing here: neither their places nor their prices. Check everything on their site.",
  count: (n) => (n === 1 ? "One host" : `${n} hosts`),
  before: "Previous",
  next: "Next",
  answering: (need) => `Whose services seem to answer this need: ${need}.`,
  all: "See them all",
  none: "No unconfirmed host",
  noneMore: "Nobody has taken in a list here yet. Hosts that present themselves are in the directory.",
  seeDirectory: "See the directory",
  notConfirmed: "Not confirmed",
  needs: "Needs guessed from its software",
  territory: "Territory",
  website: "Its site",
  from: "Where this entry comes from",
  sources: { chatonsinfos: "public ChatonsInfos files", librehosters: "public directory of the LibreHosters" },
  listed: (list, kind) => `${list} (${kind})`,
  since: "Here since",
  read: "Last read",
  warning: "This host has confirmed nothing",
  warningText:
    "This entry repeats what a public list says of it. It says neither whether there is room, nor at what price.",
  ours: "This is us",
  oursLead:
    "Is this entry about you? Two things are possible. Each is proved by your site, without an account or a password.",
  claimTitle: "Take the place of this entry",
  claimSame: (domain) =>
    `If your Essaim instance is at ${domain} or below (for example essaim.${domain}), there is nothing to do: the entry gives way to your page as soon as this instance knows you.`,
  claimOther: "If your instance is elsewhere, let your site say so, in one of these ways:",
  claimLink: "on its first page, a link to your instance:",
  claimFile: (path) => `or a text file at ${path} that contains:`,
  address: "Address of your instance",
  addressHint: "For example: https://essaim.example.org",
  claim: "Check and take the place",
  removeTitle: "Remove this entry",
  removeText: (path) => `Put on your site, at ${path}, a text file that contains this line:`,
  removeMore: "It holds for all Essaim instances: none will take the entry in again, even if a list still names you.",
  remove: "Check and remove the entry",
  removed: "The entry is removed",
  removedText:
    "It will not come back here, even if a list still names you. You may leave the file on your site, for other instances.",
  refusals: {
    "too-soon": "Your site has just been asked. Wait half a minute, then try again.",
    "address-malformed": "This is not an address. For example: https://essaim.example.org",
    "unknown-instance": "This instance is not known here yet. Ask to link up first, then come back.",
    "no-proof": "Your site does not say so yet. Check the line and the address of the file, then try again.",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
