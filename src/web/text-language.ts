/** Marks a text that is plainly English among texts said to be in another language, so that it is read aloud as it should be. */
export function ownLanguage(text: string, said: string): { lang?: "en" } {
  if (said === "en") return {};
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => english.has(word)) && !words.some((word) => french.has(word)) ? { lang: "en" } : {};
}

// Small words that the other language does not have: a sentence hardly goes without one.
const english = new Set("the of to for with and are is was by from at in not must who their its per be".split(" "));
const french = new Set(
  "le la les des de du d et pour avec par est sont dans une un ne pas au aux sur nos vos vous votre l qui que ou en à".split(
    " ",
  ),
);
