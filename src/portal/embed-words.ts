import type { Language } from "../foundation/language.ts";

const fr = {
  title: "Sur un autre site",
  lead: "Une sélection se reprend de deux façons. Toutes deux se tiennent à jour, sans script, sans cadre et sans traceur\u00a0: le site qui la reprend garde la main sur son apparence.",
  none: "Aucune sélection en ligne",
  noneMore: "Composez d’abord une sélection et montrez-la au public\u00a0: elle aura ici ses lignes à copier.",
  which: "Quelle sélection",
  show: "Montrer ses lignes",
  fragment: "La liste, en HTML",
  fragmentText:
    "Le serveur de l’autre site va la chercher et la place dans sa page. Elle n’a que des titres, des paragraphes et des liens.",
  options:
    "À la fin de l’adresse\u00a0: lang=fr ou lang=en choisit la langue, heading=3 commence par un titre de niveau 3, limit=5 s’arrête à cinq.",
  php: "Un site en PHP",
  phpText: "La page garde la liste une heure, et continue de la montrer si ce site-ci ne répond pas.",
  ssi: "Un serveur nginx ou Apache (SSI)",
  ssiText: "Le serveur doit faire suivre /essaim/ vers ce site\u202f; la ligne se met ensuite dans la page.",
  fixed: "Un site statique",
  fixedText:
    "À lancer avant chaque construction du site, ou chaque nuit\u00a0: le fichier ne change que si la liste est bien arrivée.",
  style: "Un peu d’espace autour",
  styleText: "Facultatif, dans l’en-tête de la page. Les lettres et les couleurs restent celles de l’autre site.",
  feed: "Le flux Atom",
  feedText: "Tout ce qui lit un flux sait le montrer.",
  wordpress: "Un site WordPress",
  wordpressText: "Dans l’éditeur, ajoutez le bloc «\u00a0Flux RSS\u00a0» et collez cette adresse\u00a0:",
  preview: "Ce qui paraîtra",
  previewText: "Ici, sans style\u00a0: l’autre site lui donnera le sien.",
  portal: "Portail",
};

const en: typeof fr = {
  title: "On another site",
  lead: "There are two ways to show a selection. Both stay up to date, without script, frame or tracker: the site that shows it decides what it looks like.",
  none: "No selection is online",
  noneMore: "Put a selection together and show it to the public first: its lines to copy will be here.",
  which: "Which selection",
  show: "Show its lines",
  fragment: "The list, in HTML",
  fragmentText:
    "The server of the other site fetches it and puts it into its page. It has only titles, paragraphs and links.",
  options:
    "At the end of the address: lang=fr or lang=en chooses the language, heading=3 begins with a title of level 3, limit=5 stops at five.",
  php: "A site in PHP",
  phpText: "The page keeps the list for an hour, and goes on showing it when this site does not answer.",
  ssi: "An nginx or Apache server (SSI)",
  ssiText: "The server has to pass /essaim/ on to this site; the line then goes into the page.",
  fixed: "A static site",
  fixedText: "To run before each build of the site, or each night: the file changes only when the list has arrived.",
  style: "A little space around it",
  styleText: "Optional, in the head of the page. Letters and colours stay those of the other site.",
  feed: "The Atom feed",
  feedText: "Whatever reads a feed can show it.",
  wordpress: "A WordPress site",
  wordpressText: "In the editor, add the block “RSS” and paste this address:",
  preview: "What will appear",
  previewText: "Here without style: the other site gives it its own.",
  portal: "Portal",
};

export const words: Record<Language, typeof fr> = { fr, en };
