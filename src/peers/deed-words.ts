import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them. */
export const deeds: DeedWords = {
  fr: {
    "peer-asked": (name) => `Demande de suivre l’instance ${name}`,
    "peer-approved": (name) => `Instance acceptée\u00a0: ${name}`,
    "peer-rejected": (name) => `Instance refusée\u00a0: ${name}`,
    "peer-left": (name) => `Lien terminé avec l’instance ${name}`,
    "domain-blocked": (name) => `Serveur bloqué\u00a0: ${name}`,
    "domain-unblocked": (name) => `Serveur débloqué\u00a0: ${name}`,
    "blocklist-read": (name) => `Liste de blocage lue\u00a0: ${name}`,
    "blocklist-followed": (name) => `Liste de blocage suivie\u00a0: ${name}`,
    "blocklist-dropped": (name) => `Liste de blocage oubliée\u00a0: ${name}`,
  },
  en: {
    "peer-asked": (name) => `Asked to follow the instance ${name}`,
    "peer-approved": (name) => `Accepted the instance ${name}`,
    "peer-rejected": (name) => `Refused the instance ${name}`,
    "peer-left": (name) => `Ended the link with the instance ${name}`,
    "domain-blocked": (name) => `Blocked the server ${name}`,
    "domain-unblocked": (name) => `Unblocked the server ${name}`,
    "blocklist-read": (name) => `Read the blocklist ${name}`,
    "blocklist-followed": (name) => `Followed the blocklist ${name}`,
    "blocklist-dropped": (name) => `Forgot the blocklist ${name}`,
  },
};
