import type { Language } from "../foundation/language.ts";

const fr = {
  access: {
    title: "Accessibilité",
    lead: (host: string) => `${host} veut que ces pages puissent être lues et utilisées par tout le monde.`,
    commitment: (host: string, origin: string) =>
      `Cette déclaration concerne ${origin}, le site de ${host}, fait avec le logiciel Essaim.`,
    state: "Où nous en sommes",
    stateText: (held: number, asked: number) =>
      `Ce site est partiellement conforme au RGAA 4.1. Les personnes qui écrivent Essaim ont vérifié elles-mêmes les 106 critères\u00a0: ${held} des ${asked} qui s’appliquent ici sont respectés. Aucun audit n’a été fait par d’autres, et toutes les pages n’ont pas encore été essayées par des personnes qui utilisent un lecteur d’écran.`,
    missing: "Ce qui ne va pas encore",
    missingItems: [
      "La langue d’un texte écrit par un hébergeur, ou d’un message venu d’ailleurs, est celle que son auteur a indiquée\u00a0: elle peut être fausse.",
      "Les textes et les logos des hébergeurs sont les leurs\u00a0: Essaim demande ce qu’il faut, sans pouvoir le vérifier.",
    ],
    tested: "Comment c’est vérifié",
    testedText:
      "À chaque changement du logiciel, toutes les pages, celles du bureau comprises, sont passées à l’outil axe, en clair et en sombre, parcourues au clavier et affichées sur 320 pixels de large. Elles marchent sans JavaScript. La liste des critères est publiée avec le logiciel.",
    contact: "Une difficulté\u202f?",
    contactText:
      "Écrivez-nous en disant quelle page, et ce que vous vouliez y faire. Nous vous donnerons l’information autrement, et nous corrigerons.",
    noContact: "Cet hébergeur n’a pas encore donné d’adresse où lui écrire.",
    defender: "Si personne ne vous répond",
    defenderText:
      "En France, vous pouvez écrire au Défenseur des droits, gratuitement et sans timbre\u00a0: Libre réponse 71120, 75342 Paris CEDEX 07, ou sur son site.",
    defenderLink: "defenseurdesdroits.fr",
    made: (day: string) => `Déclaration faite le ${day}.`,
  },
  sober: {
    title: "Sobriété",
    lead: "Une page légère se lit sur un vieux téléphone, avec peu de réseau, et demande peu d’énergie. Voici ce que pèsent ces pages, mesuré.",
    measured: (day: string) =>
      `Mesuré le ${day}, sur un site de démonstration, sans rien en mémoire, polices et images comprises.`,
    page: "Page",
    weight: "Poids",
    requests: "Requêtes",
    elements: "Éléments",
    pages: { home: "Accueil", offer: "Une offre", about: "Qui nous sommes" },
    kilobytes: (figure: string) => `${figure} ko`,
    choices: "Ce qui est fait pour cela",
    choiceItems: [
      "Pas de JavaScript sur les pages publiques, pas de traceur, rien qui vienne d’un autre site.",
      "Trois fichiers de polices, réduits au français\u00a0: 39 ko en tout. Les dessins sont des points, dans la page.",
      "Ce qui ne change pas est gardé par votre navigateur\u00a0: la deuxième page ne pèse que son texte.",
      "Chaque hébergeur tient sa part sur son propre serveur. Un petit suffit\u00a0: le logiciel tient dans 250 Mo de mémoire, même très sollicité.",
      "Les logos sont réduits une fois, à l’envoi, et jamais refaits.",
    ],
    again: "Ces chiffres se mesurent de nouveau avec la commande",
  },
  map: {
    title: "Plan du site",
    lead: "Toutes les pages publiques de ce site.",
    host: "L’hébergeur",
    home: "Accueil",
    offers: "Offres",
    search: "Trouver un hébergeur",
    territories: "La carte des territoires",
    partners: "Qui travaille avec qui",
    funding: "Les besoins à financer à plusieurs",
    accounts: "Comptes à suivre",
    files: "Pour les programmes",
    site: "Ce site",
    wordsPage: "Les mots, expliqués",
    design: "Comment ces pages sont dessinées",
    desk: "Bureau de l’équipe",
  },
};

const en: typeof fr = {
  access: {
    title: "Accessibility",
    lead: (host) => `${host} wants these pages to be read and used by everyone.`,
    commitment: (host, origin) =>
      `This statement is about ${origin}, the site of ${host}, made with the software Essaim.`,
    state: "Where we stand",
    stateText: (held, asked) =>
      `This site is partially compliant with the RGAA 4.1, the French rules after WCAG 2.1 AA. Those who write Essaim checked the 106 criteria themselves: ${held} of the ${asked} that apply here are met. No audit was made by others, and not every page has been tried yet by people who use a screen reader.`,
    missing: "What is not right yet",
    missingItems: [
      "The language of a text by a host, or of a message from elsewhere, is the one that its author indicated: it can be wrong.",
      "The texts and logos of hosts are theirs: Essaim asks for what is needed, and cannot check it.",
    ],
    tested: "How it is checked",
    testedText:
      "At each change of the software every page, those of the desk included, is put to the tool axe, light and dark, walked through by keyboard and shown on 320 pixels. They work without JavaScript. The list of criteria is published with the software.",
    contact: "A difficulty?",
    contactText:
      "Write to us: which page, and what you wanted to do there. We will give you the information in another way, and mend it.",
    noContact: "This host has not given an address to write to yet.",
    defender: "If nobody answers",
    defenderText:
      "In France you can write to the Defender of Rights, free and without a stamp: Libre réponse 71120, 75342 Paris CEDEX 07, or on its site.",
    defenderLink: "defenseurdesdroits.fr",
    made: (day) => `Statement made on ${day}.`,
  },
  sober: {
    title: "Sobriety",
    lead: "A light page can be read on an old phone, with little network, and asks for little energy. This is what these pages weigh, measured.",
    measured: (day) => `Measured on ${day}, on a demonstration site, with nothing kept, fonts and pictures included.`,
    page: "Page",
    weight: "Weight",
    requests: "Requests",
    elements: "Elements",
    pages: { home: "Home", offer: "An offer", about: "Who we are" },
    kilobytes: (figure) => `${figure} kB`,
    choices: "What is done for this",
    choiceItems: [
      "No JavaScript on public pages, no tracker, nothing that comes from another site.",
      "Three font files, cut down to French: 39 kB in all. The drawings are points, in the page.",
      "What does not change is kept by your browser: the second page weighs no more than its text.",
      "Each host holds its part on its own server. A small one will do: the software fits in 250 MB of memory, even when it is very busy.",
      "Logos are made small once, when they are sent, and never again.",
    ],
    again: "These figures are measured again by the command",
  },
  map: {
    title: "Map of the site",
    lead: "All public pages of this site.",
    host: "The host",
    home: "Home",
    offers: "Offers",
    search: "Find a host",
    territories: "The map of territories",
    partners: "Who works with whom",
    funding: "Needs to be funded together",
    accounts: "Accounts to follow",
    files: "For programs",
    site: "This site",
    wordsPage: "Words, explained",
    design: "How these pages are drawn",
    desk: "Desk of the team",
  },
};

export const words: Record<Language, typeof fr> = { fr, en };
