import type { Language } from "../foundation/language.ts";
import type { ApiScope } from "./api.ts";

const fr = {
  title: "L’API, pour les programmes",
  description: "Comment un programme lit et met à jour les offres et les disponibilités de cet hébergeur.",
  lead: "Tenez vos offres à jour depuis votre propre site ou votre outil de suivi, ou montrez ailleurs qui a encore de la place.",
  contents: "Sur cette page",
  startTitle: "Commencer",
  readTitle: "Lire ne demande rien",
  readText: "Ce qui est public se lit sans compte ni jeton. Essayez\u00a0:",
  tokenTitle: "Modifier demande un jeton",
  tokenText:
    "L’hébergeur le crée sur son serveur. Il est montré une seule fois\u202f; donnez-lui la portée la plus étroite qui suffit.",
  tokenUse: "Envoyez-le avec chaque demande, dans un en-tête\u00a0:",
  label: "notre site",
  scopesTitle: "Ce qu’un jeton ouvre",
  scopes: {
    read: "Lire ce qui est public, avec un quota à soi.",
    offers: "Lire les brouillons aussi, modifier les offres et dire les disponibilités.",
    admin: "Tout, y compris les jetons et les envois mis de côté.",
  } satisfies Record<ApiScope, string>,
  habitsTitle: "Bon à savoir",
  habits: [
    [
      "Les listes",
      "viennent par morceaux. Tant que « next » n’est pas null, demandez la suite avec « ?cursor= »\u202f; l’en-tête « Link » donne l’adresse toute faite.",
    ],
    [
      "Les quotas",
      "300 demandes par tranche de 5 minutes et par adresse sans jeton, 3 000 par jeton. Les en-têtes « RateLimit » et « RateLimit-Policy » disent où vous en êtes\u202f; après cela, la réponse est 429 et « Retry-After » dit quand revenir.",
    ],
    ["Les modifications", "se font sur ce que vous avez lu, si vous renvoyez son ETag dans « If-Match »."],
    [
      "Les répétitions",
      "sont sans danger avec « Idempotency-Key »\u00a0: une demande envoyée deux fois n’est faite qu’une fois.",
    ],
    [
      "Les refus",
      "sont des problèmes au sens de la RFC 9457. « code » ne change pas, « detail » est une phrase qui dit quoi faire.",
    ],
  ] as readonly (readonly [string, string])[],
  document: "La description pour les outils, en OpenAPI 3.1",
  forEveryone: "Ouvert à tout le monde",
  needs: (scope: string) => `Jeton de portée « ${scope} »`,
  parameters: "Dans l’adresse et les en-têtes",
  required: "nécessaire",
  try: "Essayer",
  answer: (status: string) => `Ce que vous recevez (${status})`,
  refusals: "Ce qui peut être refusé",
  problemsTitle: "Les problèmes, un par un",
  problemsText: "Chaque refus porte un de ces codes, et son « type » mène ici.",
};

const en: typeof fr = {
  title: "The API, for programs",
  description: "How a program reads and updates the offers and the availability of this host.",
  lead: "Keep your offers up to date from your own website or tool, or show elsewhere who still has room.",
  contents: "On this page",
  startTitle: "Start",
  readTitle: "Reading takes nothing",
  readText: "What is public is read without an account or a token. Try:",
  tokenTitle: "Changing takes a token",
  tokenText: "The host makes it on its server. It is shown once; give it the narrowest scope that does.",
  tokenUse: "Send it with each request, in a header:",
  label: "our website",
  scopesTitle: "What a token opens",
  scopes: {
    read: "Read what is public, with a quota of its own.",
    offers: "Read drafts too, change offers and say their availability.",
    admin: "Everything, tokens and deliveries put aside included.",
  },
  habitsTitle: "Good to know",
  habits: [
    [
      "Lists",
      "come in parts. As long as “next” is not null, ask for the rest with “?cursor=”; the header “Link” has the whole address.",
    ],
    [
      "Quotas",
      "300 requests in 5 minutes for each address without a token, 3,000 for each token. The headers “RateLimit” and “RateLimit-Policy” say where you stand; after that, the answer is 429 and “Retry-After” says when to come back.",
    ],
    ["Changes", "are made to what you have read, if you send its ETag back in “If-Match”."],
    ["Repeating", "is safe with “Idempotency-Key”: a request that is sent twice is done once."],
    ["Refusals", "are problems as of RFC 9457. “code” stays the same, “detail” is a sentence that says what to do."],
  ],
  document: "The description for tools, as OpenAPI 3.1",
  forEveryone: "Open to everyone",
  needs: (scope) => `Token of scope “${scope}”`,
  parameters: "In the address and the headers",
  required: "needed",
  try: "Try it",
  answer: (status) => `What you get (${status})`,
  refusals: "What may be refused",
  problemsTitle: "The problems, one by one",
  problemsText: "Each refusal carries one of these codes, and its “type” leads here.",
};

export const words: Record<Language, typeof fr> = { fr, en };
