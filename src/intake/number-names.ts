/** Numbers as words, in both languages: those that are added, and those that multiply what stands before them. */
export const numberNames: ReadonlyMap<string, number> = new Map([
  ...each(0, "zero"),
  ...each(1, "un", "une", "one"),
  ...each(2, "deux", "two"),
  ...each(3, "trois", "three"),
  ...each(4, "quatre", "four"),
  ...each(5, "cinq", "five"),
  ...each(6, "six"),
  ...each(7, "sept", "seven"),
  ...each(8, "huit", "eight"),
  ...each(9, "neuf", "nine"),
  ...each(10, "dix", "ten"),
  ...each(11, "onze", "eleven"),
  ...each(12, "douze", "twelve"),
  ...each(13, "treize", "thirteen"),
  ...each(14, "quatorze", "fourteen"),
  ...each(15, "quinze", "fifteen"),
  ...each(16, "seize", "sixteen"),
  ...each(17, "seventeen"),
  ...each(18, "eighteen"),
  ...each(19, "nineteen"),
  ...each(20, "vingt", "vingts", "twenty"),
  ...each(30, "trente", "thirty"),
  ...each(40, "quarante", "forty"),
  ...each(50, "cinquante", "fifty"),
  ...each(60, "soixante", "sixty"),
  ...each(70, "septante", "seventy"),
  ...each(80, "huitante", "octante", "eighty"),
  ...each(90, "nonante", "ninety"),
  ...each(100, "cent", "cents", "hundred"),
  ...each(1000, "mille", "thousand", "grand"),
]);

/** "Une trentaine de": about so many. */
export const roundNames: ReadonlyMap<string, number> = new Map([
  ...each(10, "dizaine", "dizaines"),
  ...each(12, "douzaine", "douzaines", "dozen"),
  ...each(15, "quinzaine"),
  ...each(20, "vingtaine"),
  ...each(30, "trentaine"),
  ...each(40, "quarantaine"),
  ...each(50, "cinquantaine"),
  ...each(60, "soixantaine"),
  ...each(100, "centaine", "centaines"),
  ...each(1000, "millier", "milliers"),
]);

function each(value: number, ...names: readonly string[]): readonly (readonly [string, number])[] {
  return names.map((name) => [name, value]);
}
