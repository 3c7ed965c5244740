import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them: of a conversation, who began it. */
export const deeds: DeedWords = {
  fr: {
    "message-answered": (who) => `Réponse à ${who}`,
    "answer-changed": (who) => `Réponse modifiée, à ${who}`,
    "answer-deleted": (who) => `Réponse retirée, à ${who}`,
    "conversation-done": (who) => `Conversation traitée, avec ${who}`,
    "conversation-reopened": (who) => `Conversation remise à traiter, avec ${who}`,
    "conversation-assigned": (who) => `Conversation confiée, avec ${who}`,
    "conversation-unassigned": (who) => `Conversation confiée à personne, avec ${who}`,
    "remark-added": (who) => `Note entre collègues, sur la conversation avec ${who}`,
    "report-handled": (who) => (who === "" ? "Signalement traité" : `Signalement traité, venu de ${who}`),
    "report-passed-on": (server) => `Signalement transmis à ${server}`,
  },
  en: {
    "message-answered": (who) => `Answered ${who}`,
    "answer-changed": (who) => `Changed the answer to ${who}`,
    "answer-deleted": (who) => `Took back the answer to ${who}`,
    "conversation-done": (who) => `Marked the conversation with ${who} as done`,
    "conversation-reopened": (who) => `Put the conversation with ${who} back to do`,
    "conversation-assigned": (who) => `Gave the conversation with ${who} to a colleague`,
    "conversation-unassigned": (who) => `Gave the conversation with ${who} to nobody`,
    "remark-added": (who) => `Noted something on the conversation with ${who}`,
    "report-handled": (who) => (who === "" ? "Handled a report" : `Handled a report from ${who}`),
    "report-passed-on": (server) => `Passed a report on to ${server}`,
  },
};
