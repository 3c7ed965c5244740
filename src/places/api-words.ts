import type { Language } from "../foundation/language.ts";
import type { RoomTexts } from "../web/api-texts.ts";

const fr = {
  tags: { places: "Demandes de place" },
  operations: {
    listPlaceRequests: {
      summary: "Voir les demandes de place",
      description:
        "Qui demande une place, pour quelle offre, et ce qui s’est dit depuis, de la plus récente à la plus ancienne. Ce sont des données personnelles\u00a0: gardez-les aussi peu de temps que le site lui-même.",
    },
    readPlaceRequest: {
      summary: "Voir une demande de place",
      description: "Une demande avec ses échanges, les notes entre collègues comprises.",
    },
    erasePlaceRequest: {
      summary: "Effacer une demande de place",
      description:
        "La demande, ses échanges et le lien privé de l’association disparaissent tout de suite\u202f; seul reste un nombre. Une place donnée le reste. Cela ne se défait pas.",
    },
  },
  problems: {},
} satisfies RoomTexts;

const en: typeof fr = {
  tags: { places: "Requests for a place" },
  operations: {
    listPlaceRequests: {
      summary: "List the requests for a place",
      description:
        "Who asks for a place, in which offer, and what was said since, the newest first. This is personal data: keep it for as short a time as the site itself.",
    },
    readPlaceRequest: {
      summary: "Read a request for a place",
      description: "One request with what was said, the notes among colleagues included.",
    },
    erasePlaceRequest: {
      summary: "Erase a request for a place",
      description:
        "The request, what was said and the association's private link disappear at once; only a number stays. A place that was given stays given. This cannot be undone.",
    },
  },
  problems: {},
};

export const words: Record<Language, typeof fr> = { fr, en };
