import type { Language } from "../foundation/language.ts";
import type { LogoRefusal } from "./logo.ts";

const fr = {
  field: "Logo",
  hint: "Une image carrée, si possible, d’au moins 96 pixels de côté\u00a0: PNG, JPEG, WebP, GIF ou AVIF, de 5 Mo au plus. Elle paraît dans un cercle, sur chaque page et sur les serveurs de celles et ceux qui vous suivent. Ce que le fichier dit d’autre (lieu, appareil, auteur) n’est pas gardé.",
  refusals: {
    "logo-missing": "Il manque l’image. Choisissez un fichier sur votre appareil.",
    "logo-too-heavy":
      "Cette image pèse plus de 5 Mo. Enregistrez-la en plus petit\u00a0: 400 pixels de côté suffisent.",
    "logo-is-svg":
      "Cette image est un SVG, un dessin qui peut contenir du code. Exportez-la en PNG, par exemple de 400 pixels de côté, puis envoyez le PNG.",
    "logo-not-a-picture":
      "Ce fichier n’est pas une image que nous savons lire. Envoyez un PNG, un JPEG, un WebP, un GIF ou un AVIF.",
    "logo-broken":
      "Cette image est abîmée ou incomplète. Ouvrez-la sur votre appareil, enregistrez-la en PNG, puis envoyez le PNG.",
    "logo-empty": "Cette image est transparente partout\u00a0: on n’y verrait rien. Envoyez-en une où le logo se voit.",
    "logo-too-small":
      "Cette image est trop petite\u00a0: son plus petit côté doit avoir au moins 96 pixels. Envoyez-en une plus grande.",
    "logo-too-large":
      "Cette image a plus de 25 millions de pixels. Enregistrez-la en plus petit\u00a0: 400 pixels de côté suffisent.",
  } satisfies Record<LogoRefusal, string>,
};

const en: typeof fr = {
  field: "Logo",
  hint: "A picture, square if possible, of 96 pixels or more on each side: PNG, JPEG, WebP, GIF or AVIF, of 5 MB at most. It appears in a circle, on every page and on the servers of those who follow you. What else the file says (place, camera, author) is not kept.",
  refusals: {
    "logo-missing": "The picture is missing. Choose a file on your device.",
    "logo-too-heavy": "This picture is larger than 5 MB. Save a smaller one: 400 pixels on each side are enough.",
    "logo-is-svg":
      "This picture is an SVG, a drawing that may contain code. Export it as PNG, for example 400 pixels wide, and send the PNG.",
    "logo-not-a-picture": "This file is no picture that we can read. Send a PNG, JPEG, WebP, GIF or AVIF.",
    "logo-broken": "This picture is damaged or incomplete. Open it on your device, save it as PNG, and send the PNG.",
    "logo-empty": "This picture is transparent all over: nothing would be seen. Send one in which the logo shows.",
    "logo-too-small": "This picture is too small: its shorter side must have 96 pixels or more. Send a larger one.",
    "logo-too-large":
      "This picture has more than 25 million pixels. Save a smaller one: 400 pixels on each side are enough.",
  },
};

/** For the form that sends a logo. */
export const words: Record<Language, typeof fr> = { fr, en };
