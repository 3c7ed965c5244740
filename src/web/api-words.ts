import type { Language } from "../foundation/language.ts";
import type { ApiTexts } from "./api-texts.ts";

const fr = {
  introduction:
    "Lire et tenir à jour les offres et les disponibilités d’un hébergeur depuis un programme. Ce qui est public se lit sans jeton\u202f; le reste demande l’en-tête «\u00a0Authorization: Bearer JETON\u00a0». Tout est en JSON, en UTF-8. Les montants sont des textes décimaux, les instants suivent la RFC 3339, les identifiants sont des textes sans signification.",
  tags: {},
  operations: {},
  parameters: {
    slug: "La dernière partie de l’adresse de l’offre.",
    id: "L’identifiant, tel que la liste le donne.",
    cursor: "Où continuer\u00a0: le «\u00a0next\u00a0» de la réponse précédente. Sans lui, on commence au début.",
    limit: "Combien de lignes au plus, de 1 à 100.",
    state: "Seulement ce qui est dans cet état.",
    "if-match":
      "L’ETag de ce que vous avez lu. Si quelque chose a changé depuis, rien n’est fait et la réponse est 412. Pour une disponibilité jamais dite, l’ETag lu commence par 0.",
    "if-none-match": "L’ETag de ce que vous avez déjà. S’il est encore juste, la réponse est 304, sans contenu.",
    "idempotency-key":
      "Un nom de votre choix pour cette demande, par exemple un UUID. Envoyée deux fois avec le même jeton, elle n’est faite qu’une fois\u00a0: la première réponse est rendue à nouveau pendant 24 heures au moins, avec l’en-tête «\u00a0Idempotent-Replayed: true\u00a0».",
  },
  problems: {
    "token-missing": "Cette demande a besoin d’un jeton. Envoyez l’en-tête «\u00a0Authorization: Bearer JETON\u00a0».",
    "token-unknown":
      "Ce jeton n’est pas connu ici\u00a0: il a été révoqué, ou il manque une lettre. Créez-en un autre si besoin.",
    "scope-too-narrow": "Ce jeton n’ouvre pas cela. Il en faut un de portée plus large.",
    "not-allowed": "Ce jeton ne permet pas de faire cela.",
    "too-many-requests":
      "Trop de demandes en peu de temps. L’en-tête «\u00a0Retry-After\u00a0» dit dans combien de secondes revenir.",
    invalid: "Un champ au moins ne convient pas. «\u00a0errors\u00a0» dit lequel, pourquoi, et ce qui est attendu.",
    "query-invalid":
      "Une partie de l’adresse, après le point d’interrogation, ne peut pas être lue. «\u00a0errors\u00a0» dit laquelle.",
    "header-invalid": "Un en-tête ne peut pas être lu. «\u00a0errors\u00a0» dit lequel.",
    "json-malformed": "Le contenu envoyé n’est pas du JSON bien formé, en UTF-8.",
    "json-refused":
      "Ce JSON est trop profond (24 niveaux), trop long (5 000 valeurs), ou contient des caractères qui ne se gardent pas.",
    "body-too-large": "Le contenu envoyé dépasse 256 Kio.",
    "not-json": "Envoyez du JSON, non compressé, avec l’en-tête «\u00a0Content-Type: application/json\u00a0».",
    "not-found": "Il n’y a rien à cette adresse, ou rien que ce jeton permette de voir.",
    "method-not-allowed":
      "Cette adresse ne prend pas cette méthode. L’en-tête «\u00a0Allow\u00a0» dit lesquelles elle prend.",
    "changed-meanwhile": "C’est autre chose que ce que vous aviez lu. Lisez à nouveau, puis refaites votre changement.",
    "cursor-unknown": "Reprenez le curseur tel que «\u00a0next\u00a0» l’a donné, ou commencez sans lui.",
    "request-in-progress":
      "Une première demande avec cette clé est encore en cours. Envoyez la vôtre à nouveau dans une seconde.",
    "key-reused": "Cette clé a déjà servi pour une autre demande. Prenez-en une nouvelle.",
    failed: "Quelque chose s’est mal passé chez nous. Essayez plus tard, et donnez la référence si vous le signalez.",
  },
} satisfies ApiTexts;

const en: typeof fr = {
  introduction:
    "Read and keep up to date a host's offers and availability from a program. What is public is read without a token; the rest needs the header “Authorization: Bearer TOKEN”. Everything is JSON in UTF-8. Amounts are decimal texts, instants follow RFC 3339, ids are opaque texts.",
  tags: {},
  operations: {},
  parameters: {
    slug: "The last part of the offer's address.",
    id: "The id, as the list gives it.",
    cursor: "Where to go on: the “next” of the answer before. Without it, the list begins at the beginning.",
    limit: "How many at most, from 1 to 100.",
    state: "Only what is in this state.",
    "if-match":
      "The ETag of what you have read. If something has changed since, nothing is done and the answer is 412. For an availability that was never said, the ETag that you read begins with 0.",
    "if-none-match": "The ETag of what you have already. If it is still true, the answer is 304, without a body.",
    "idempotency-key":
      "A name of your choice for this request, a UUID for example. Sent twice with the same token, it is done once: the first answer is given again for 24 hours at least, with the header “Idempotent-Replayed: true”.",
  },
  problems: {
    "token-missing": "This request needs a token. Send the header “Authorization: Bearer TOKEN”.",
    "token-unknown": "This token is not known here: it was revoked, or a letter is missing. Make another if need be.",
    "scope-too-narrow": "This token does not open this. It takes one of a wider scope.",
    "not-allowed": "This token does not allow this.",
    "too-many-requests":
      "Too many requests in a short time. The header “Retry-After” says in how many seconds to come back.",
    invalid: "At least one field does not fit. “errors” says which, why, and what is expected.",
    "query-invalid": "A part of the address, after the question mark, cannot be read. “errors” says which.",
    "header-invalid": "A header cannot be read. “errors” says which.",
    "json-malformed": "What was sent is not well-formed JSON in UTF-8.",
    "json-refused":
      "This JSON is too deep (24 levels), too long (5,000 values), or holds characters that cannot be kept.",
    "body-too-large": "What was sent is larger than 256 KiB.",
    "not-json": "Send JSON, uncompressed, with the header “Content-Type: application/json”.",
    "not-found": "There is nothing at this address, or nothing that this token may see.",
    "method-not-allowed": "This address does not take this method. The header “Allow” says which it takes.",
    "changed-meanwhile": "It is not what you had read any more. Read it again, then make your change again.",
    "cursor-unknown": "Use the cursor as “next” gave it, or begin without one.",
    "request-in-progress": "A first request with this key is still at work. Send yours again in a second.",
    "key-reused": "This key was used for another request already. Take a new one.",
    failed: "Something went wrong on our side. Try again later, and give the reference when you report it.",
  },
};

export const apiTexts: Record<Language, ApiTexts> = { fr, en };
