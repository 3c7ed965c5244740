// The house has one direction:
//
//   main, essaim, demo → commands → site → federation → rooms → web → foundation
//
// Read each rule as a sentence: files that match `from` may not import files that match `to`.

/** Each room, and the rooms it may look down on. What is not listed here may not be imported. */
const rooms = {
  accounts: [],
  deliveries: ["accounts"],
  hosts: ["accounts"],
  offers: ["hosts", "accounts"],
  availability: ["offers", "hosts", "accounts"],
  erasures: ["hosts", "accounts"],
  messages: ["erasures", "hosts", "accounts"],
  places: ["erasures", "availability", "offers", "hosts", "accounts"],
  followers: ["hosts", "accounts"],
  visitors: ["hosts", "accounts"],
  backups: [],
  peers: ["hosts", "accounts"],
  catalogue: ["peers", "availability", "offers", "hosts", "accounts"],
  reviews: ["catalogue", "peers", "availability", "offers", "hosts", "accounts"],
  partnerships: ["catalogue", "peers", "availability", "offers", "hosts", "accounts"],
  directory: ["reviews", "catalogue", "peers", "availability", "offers", "hosts", "accounts"],
  referrals: ["partnerships", "directory", "catalogue", "places", "availability", "offers", "hosts", "accounts"],
  money: ["offers", "hosts"],
  intake: ["money", "directory", "offers", "hosts"],
  watches: ["erasures", "directory", "catalogue", "availability", "offers", "hosts", "accounts"],
  portal: ["directory", "catalogue", "peers", "availability", "offers", "hosts", "accounts"],
  funding: ["erasures", "money", "directory", "offers", "hosts", "accounts"],
  pledges: ["funding", "money", "offers", "hosts", "accounts"],
  sayings: ["pledges", "funding", "intake", "messages", "money", "offers", "hosts", "accounts"],
  reports: ["pledges", "funding", "messages", "money", "offers", "hosts", "accounts"],
  associations: ["erasures", "visitors", "pledges", "funding", "directory", "offers", "hosts", "accounts"],
  campaigns: ["pledges", "funding", "directory", "offers", "hosts", "accounts"],
  acting: ["pledges", "funding", "money", "directory", "availability", "offers", "hosts", "accounts"],
  together: [
    ...["acting", "joint", "funding", "money", "directory", "catalogue", "peers", "availability", "offers", "hosts"],
    "accounts",
  ],
  "listed-funding": ["funding", "catalogue", "peers", "offers", "hosts", "accounts"],
  "sent-pledges": ["listed-funding", "pledges", "funding", "money", "offers", "hosts", "accounts"],
  "sent-answers": ["joint", "listed-funding", "funding", "offers", "hosts", "accounts"],
  "received-answers": ["funding", "offers", "hosts", "accounts"],
  elsewhere: [
    ...[
      "acting",
      "campaigns",
      "sent-answers",
      "sent-pledges",
      "listed-funding",
      "pledges",
      "funding",
      "directory",
      "offers",
    ],
    ...["hosts", "accounts"],
  ],
  joint: ["money", "funding", "directory", "catalogue", "peers", "availability", "offers", "hosts", "accounts"],
  notices: ["listed-funding", "pledges", "funding", "offers", "hosts", "accounts"],
  services: ["offers", "hosts", "accounts"],
  today: ["services", "places", "availability", "offers", "messages", "deliveries", "peers", "hosts", "accounts"],
  design: [
    ...["associations", "campaigns", "pledges", "funding", "partnerships", "availability", "offers", "hosts"],
    "accounts",
  ],
  exchange: [
    ...[
      "joint",
      "erasures",
      "reviews",
      "partnerships",
      "notices",
      "associations",
      "pledges",
      "funding",
      "portal",
      "services",
      "places",
      "availability",
      "offers",
    ],
    ...["hosts", "accounts"],
  ],
  unclaimed: ["exchange", "directory", "catalogue", "peers", "offers", "hosts", "accounts"],
};

const anyRoom = Object.keys(rooms).join("|");
const top = "^src/(main|essaim|demo[a-z-]*|site[a-z-]*)\\.tsx?$|^src/commands/";
const otherRooms = ([room, below]) => Object.keys(rooms).filter((other) => other !== room && !below.includes(other));
const quote = "quote|quote-lines|quote-quantities";
const rule = (name, from, to) => ({ name, severity: "error", from, to });

export default {
  forbidden: [
    rule("nothing-reaches-itself", {}, { circular: true }),
    rule("only-the-top-sees-everything", { path: "^src/", pathNot: top }, { path: `^federation/|${top}` }),
    rule("foundation-knows-no-room", { path: "^src/foundation/" }, { path: "^src/(?!foundation/)" }),
    rule("web-knows-no-room", { path: "^src/web/" }, { path: "^src/(?!web/|foundation/)" }),
    rule("rooms-know-no-protocol", { path: `^src/(${anyRoom})/` }, { path: "node_modules/@fedify/" }),
    rule(
      "rules-touch-nothing",
      { path: `^src/(${anyRoom})/(\\1|price|price-span|peer|block|${quote})\\.ts$` },
      {
        pathNot: `^src/(${anyRoom})/(\\1|host|offer|price|availability|catalogue|funding|life|joint-terms|${quote}|territory)\\.ts$|^src/foundation/(outcome|day)\\.ts$`,
      },
    ),
    rule(
      "only-pages-speak",
      {
        path: `^src/(${anyRoom})/`,
        pathNot: "(pages|routes|parts|feed|[a-z-]+-page)\\.tsx$|/([a-z-]*words|api[a-z-]*)\\.ts$",
      },
      { path: "^src/web/|\\.tsx$|(/|-)words\\.ts$|node_modules/hono/" },
    ),
    rule("federation-shows-no-page", { path: "^federation/" }, { path: "^src/(web/|site|main)|\\.tsx$|/form\\.ts$" }),
    rule(
      "the-vocabulary-travels-alone",
      { path: "^federation/vocabulary/" },
      { path: "^federation/(?!vocabulary/)|^src/(?!.*/(host|offer|price|availability|funding)\\.ts$)" },
    ),
    ...Object.entries(rooms).map((entry) =>
      rule(
        `${entry[0]}-looks-down-only`,
        { path: `^src/${entry[0]}/` },
        { path: `^src/(${otherRooms(entry).join("|")})/` },
      ),
    ),
  ],
  options: {
    tsPreCompilationDeps: true, // an `import type` counts too
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  },
};
