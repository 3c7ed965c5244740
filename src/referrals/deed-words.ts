import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them: with the name of the other host, never of who asks. */
export const deeds: DeedWords = {
  fr: {
    "referral-sent": (host) => `Quelqu’un adressé à un autre hébergeur\u00a0: ${host}`,
    "referral-withdraw": (host) => `Réorientation reprise\u00a0: ${host}`,
    "referral-take": (host) => `Réorientation prise en charge, de la part de\u00a0: ${host}`,
    "referral-decline": (host) => `Réorientation refusée, de la part de\u00a0: ${host}`,
    "referral-place": (host) => `Place donnée après une réorientation de\u00a0: ${host}`,
  },
  en: {
    "referral-sent": (host) => `Sent somebody on to another host: ${host}`,
    "referral-withdraw": (host) => `Took a referral back: ${host}`,
    "referral-take": (host) => `Took on somebody sent by: ${host}`,
    "referral-decline": (host) => `Declined somebody sent by: ${host}`,
    "referral-place": (host) => `Gave a place to somebody sent by: ${host}`,
  },
};
