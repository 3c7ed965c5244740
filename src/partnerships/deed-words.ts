import type { DeedWords } from "../web/deeds.ts";

/** The deeds of this room, as the journal tells them: with the name of the other host. */
export const deeds: DeedWords = {
  fr: {
    "partnership-ask": (other) => `Partenariat demandé à ${other}`,
    "partnership-accept": (other) => `Partenariat accepté avec ${other}`,
    "partnership-decline": (other) => `Partenariat refusé à ${other}`,
    "partnership-counter": (other) => `Autre proposition faite à ${other}`,
    "partnership-withdraw": (other) => `Demande de partenariat retirée\u00a0: ${other}`,
    "partnership-end": (other) => `Partenariat terminé avec ${other}`,
    "partnership-show": (other) => `Partenariat montré à tous\u00a0: ${other}`,
    "partnership-hide": (other) => `Partenariat qui n’est plus montré\u00a0: ${other}`,
    "outside-partnership-ask": (other) => `Partenariat demandé par lien à ${other}`,
    "outside-partnership-link": (other) => `Nouveau lien privé pour ${other}`,
    "outside-partnership-withdraw": (other) => `Demande par lien retirée\u00a0: ${other}`,
    "outside-partnership-show": (other) => `Partenariat non vérifié montré à tous\u00a0: ${other}`,
    "outside-partnership-hide": (other) => `Partenariat non vérifié qui n’est plus montré\u00a0: ${other}`,
    "outside-partnership-erased": () => "Demande par lien effacée",
  },
  en: {
    "partnership-ask": (other) => `Asked ${other} for a partnership`,
    "partnership-accept": (other) => `Accepted a partnership with ${other}`,
    "partnership-decline": (other) => `Declined a partnership with ${other}`,
    "partnership-counter": (other) => `Proposed something else to ${other}`,
    "partnership-withdraw": (other) => `Took back a request for a partnership: ${other}`,
    "partnership-end": (other) => `Ended a partnership with ${other}`,
    "partnership-show": (other) => `Showed a partnership to everybody: ${other}`,
    "partnership-hide": (other) => `Showed a partnership no more: ${other}`,
    "outside-partnership-ask": (other) => `Asked ${other} for a partnership by link`,
    "outside-partnership-link": (other) => `Made a new private link for ${other}`,
    "outside-partnership-withdraw": (other) => `Took back a request by link: ${other}`,
    "outside-partnership-show": (other) => `Showed a partnership that is not verified to everybody: ${other}`,
    "outside-partnership-hide": (other) => `Showed a partnership that is not verified no more: ${other}`,
    "outside-partnership-erased": () => "Erased a request by link",
  },
};
