import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "message-answered": (whom) => `Réponse à ${whom}`,
    "answer-changed": (whom) => `Réponse à ${whom} changée`,
    "answer-deleted": (whom) => `Réponse à ${whom} effacée`,
    "conversation-done": (whom) => `Conversation avec ${whom} close`,
    "conversation-reopened": (whom) => `Conversation avec ${whom} rouverte`,
    "conversation-assigned": (whom) => `Conversation avec ${whom} confiée à quelqu’un`,
    "conversation-unassigned": (whom) => `Conversation avec ${whom} confiée à personne`,
    "remark-added": (whom) => `Remarque ajoutée à la conversation avec ${whom}`,
    "report-handled": (server) => `Signalement traité, venu de ${server}`,
  },
  en: {
    "message-answered": (whom) => `Answered ${whom}`,
    "answer-changed": (whom) => `Changed the answer to ${whom}`,
    "answer-deleted": (whom) => `Deleted the answer to ${whom}`,
    "conversation-done": (whom) => `Closed the conversation with ${whom}`,
    "conversation-reopened": (whom) => `Opened the conversation with ${whom} again`,
    "conversation-assigned": (whom) => `Gave the conversation with ${whom} to somebody`,
    "conversation-unassigned": (whom) => `Gave the conversation with ${whom} to nobody`,
    "remark-added": (whom) => `Added a remark to the conversation with ${whom}`,
    "report-handled": (server) => `Handled a report from ${server}`,
  },
};
