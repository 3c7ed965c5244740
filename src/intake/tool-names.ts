/** Other names of software that the vocabulary knows. */
export const softwareAliases: readonly (readonly [name: string, known: string])[] = [
  ["jitsi", "Jitsi Meet"],
  ["bbb", "BigBlueButton"],
  ["big blue button", "BigBlueButton"],
  ["collabora", "Collabora Online"],
  ["only office", "OnlyOffice"],
  ["odoo", "Odoo Community"],
  ["garradin", "Paheko"],
  ["rocketchat", "Rocket.Chat"],
  ["next cloud", "Nextcloud"],
  ["word press", "WordPress"],
  ["synapse", "Matrix"],
  ["zorin", "Zorin OS"],
  ["mint", "Linux Mint"],
];

/** Other names of the tools of large companies. */
export const toolAliases: readonly (readonly [name: string, known: string])[] = [
  ["office 365", "Microsoft 365"],
  ["gdrive", "Google Drive"],
  ["google doc", "Google Docs"],
  ["gdocs", "Google Docs"],
  ["google form", "Google Forms"],
  ["google agenda", "Google Calendar"],
  ["g docs", "Google Docs"],
  ["gmaps", "Google Maps"],
  ["g suite", "Google Workspace"],
  ["gsuite", "Google Workspace"],
  ["microsoft teams", "Teams"],
  ["ms teams", "Teams"],
  ["twitter", "X"],
  ["mac os", "macOS"],
];

/** Names that are ordinary words too: they are names only with a capital letter. */
export const ordinaryNames: ReadonlySet<string> = new Set([
  ...["sympa", "galette", "garage", "element", "matrix", "discourse", "mint", "synapse", "borg"],
  ...["notion", "zoom", "teams", "windows", "meetup", "x", "slack", "outlook"],
]);
