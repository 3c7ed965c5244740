/** How people say what they need, by the code of the need in the vocabulary; French, then English. */
export const needSayings: Readonly<Record<string, string>> = {
  email: `
    boîte mail; boîte aux lettres électronique; adresse mail; adresse e-mail; messagerie électronique;
    courrier électronique; hébergement mail; mailbox; mailboxes; email address; email hosting
  `,
  "mailing-list": "liste de diffusion; liste de discussion; liste mail; mailing list; discussion list",
  newsletter: "newsletter; lettre d'information; infolettre; lettre d'info; mailing; emailing",
  chat: `
    messagerie instantanée; messagerie d'équipe; tchat; chat d'équipe; team chat; instant messaging
  `,
  "video-conference": `
    visio; visioconférence; visio conférence; réunion en ligne; vidéoconférence; video conference;
    video conferencing; videoconference; video call; online meeting
  `,
  forum: "forum; discussion board",
  "social-network": "réseau social; réseaux sociaux; instance fediverse; social network",
  "video-publishing": `
    publication de vidéos; hébergement de vidéos; chaîne vidéo; video publishing; video hosting
  `,
  "audio-publishing": "podcast; publication audio; webradio",
  "file-sharing": `
    partage de fichiers; partager des fichiers; partager nos fichiers; stockage de fichiers; stockage en ligne;
    cloud; un drive; drive partagé; file sharing; share files; shared files; file storage
  `,
  "file-transfer": `
    transfert de gros fichiers; envoi de gros fichiers; envoyer de gros fichiers; transfert de fichiers;
    file transfer; send large files; sending large files
  `,
  "image-sharing": "partage d'images; image sharing",
  "office-suite": "suite bureautique; bureautique en ligne; office suite; online office",
  pad: `
    pad collaboratif; pad; rédaction collaborative; écriture collaborative; collaborative writing
  `,
  spreadsheet: "tableur; feuille de calcul; spreadsheet",
  calendar: "agenda partagé; agenda; calendrier partagé; calendrier; shared calendar; calendar",
  contacts: "carnet d'adresses; annuaire des membres; address book; shared contacts",
  polls: `
    sondage; sondage de dates; prise de rendez-vous; trouver une date; poll; scheduling poll
  `,
  forms: "formulaire; formulaire en ligne; questionnaire; online form; form builder; survey",
  "project-management": "gestion de projet; kanban; suivi de tâches; project management; task board",
  whiteboard: "tableau blanc; post-it; whiteboard; sticky notes",
  wiki: "wiki; base de connaissances; knowledge base",
  "decision-making": `
    prise de décision; prendre des décisions; vote en ligne; voter en ligne; decision making; make decisions;
    online voting; online vote
  `,
  "password-sharing": `
    gestionnaire de mots de passe; partage de mots de passe; mots de passe; password manager; password sharing;
    shared passwords
  `,
  "member-management": `
    gestion des adhésions; gestion des adhérents; adhésion; fichier des adhérents; member management;
    membership management; membership database
  `,
  accounting: "comptabilité; compta; logiciel comptable; accounting; bookkeeping",
  invoicing: "facturation; devis et factures; factures; invoicing; invoices",
  "crm-erp": "CRM; ERP; gestion intégrée; contact management",
  "payments-donations": `
    collecte de cotisations; paiement en ligne; dons en ligne; collecte de dons; online payment;
    online donations; membership fees
  `,
  "event-ticketing": "billetterie; vente de billets; billets en ligne; ticketing; ticket sales; sell tickets",
  helpdesk: `
    helpdesk; gestion de tickets; gestion des demandes; suivi des demandes; ticket system; support desk
  `,
  "event-publishing": `
    publication d'évènements; publier nos évènements; annoncer nos évènements; annoncer des évènements;
    agenda public; événements; event publishing; publish events; event listing
  `,
  "volunteer-scheduling": "planning de bénévoles; planning des bénévoles; volunteer scheduling; volunteer rota",
  petition: "pétition; petition",
  website: "site web; site internet; site vitrine; site; website; web site",
  "domain-name": "nom de domaine; domain name",
  "web-analytics": "statistiques de fréquentation; mesure d'audience; web analytics; web statistics",
  "graphic-design": "création graphique; graphisme; mise en page; graphic design",
  maps: `
    cartographie; carte participative; carte collaborative; cartographique; participatory map; mapping
  `,
  "e-learning": "formation en ligne; cours en ligne; plateforme de formation; e-learning; online course",
  "url-shortener": "raccourcisseur de liens; raccourcisseur d'url; url shortener; link shortener",
  "photo-gallery": "galerie photo; album photo; photothèque; photo gallery; photo library",
  "code-forge": "forge; forge logicielle; dépôt git; code forge; git hosting",
  backup: "sauvegarde externalisée; sauvegarde distante; sauvegarde; off-site backup; backup",
  "server-hosting": `
    serveur virtuel; machine virtuelle; serveur dédié; VPS; virtual machine; virtual server; dedicated server
  `,
  "static-hosting": "hébergement statique; stockage objet; object storage; static hosting; static site",
  "identity-sso": "SSO; comptes unifiés; authentification unique; single sign-on; unified accounts",
  "internet-access": "accès internet; VPN; internet access",
  "desktop-migration": `
    postes de travail; nos postes; ordinateurs sous linux; linux desktops; free-software desktops
  `,
  "refurbished-hardware": `
    ordinateur reconditionné; matériel reconditionné; ordinateur d'occasion; PC reconditionné;
    portable reconditionné; refurbished laptop; refurbished computer; refurbished hardware
  `,
};

/** Sayings that mean a need only after one of these: "un site", not "lovely site". */
export const afterArticle: ReadonlySet<string> = new Set(["site"]);
export const articles: ReadonlySet<string> = new Set(["un", "notre", "mon", "leur", "nos", "leurs", "d", "du", "le"]);
