/** A number below 100 000 in French words, as schools teach it. */
export function spellFrench(number: number): string {
  const [thousands, hundreds, rest] = [Math.floor(number / 1000), Math.floor((number % 1000) / 100), number % 100];
  const many = thousands > 1 ? `${spellFrench(thousands).replace(/(cent|vingt)s$/, "$1")} mille` : "mille";
  const some = hundreds > 1 ? `${ones[hundreds]} cent${rest === 0 ? "s" : ""}` : "cent";
  const few = rest < 17 ? (ones[rest] ?? "") : tens(rest);
  return [thousands > 0 ? many : "", hundreds > 0 ? some : "", rest > 0 ? few : ""].filter(Boolean).join(" ");
}

const ones = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(" ");
const tenNames = [
  "",
  "dix",
  "vingt",
  "trente",
  "quarante",
  "cinquante",
  "soixante",
  "soixante",
  "quatre-vingt",
  "quatre-vingt",
];

function tens(number: number): string {
  const ten = Math.floor(number / 10);
  const rest = ten === 7 || ten === 9 ? (number % 10) + 10 : number % 10;
  const name = tenNames[ten] ?? "";
  if (number === 80) return "quatre-vingts";
  if (rest === 0) return name;
  const joined = (rest === 1 && ten < 8) || number === 71 ? " et " : "-";
  return name + joined + (rest < 17 ? ones[rest] : tens(rest));
}

/** The same in English. */
export function spellEnglish(number: number): string {
  const [thousands, hundreds, rest] = [Math.floor(number / 1000), Math.floor((number % 1000) / 100), number % 100];
  const many = thousands > 0 ? `${spellEnglish(thousands)} thousand` : "";
  const some = hundreds > 0 ? `${units[hundreds]} hundred` : "";
  const joined = number > 100 && rest > 0 ? `and ${englishBelowHundred(rest)}` : englishBelowHundred(rest);
  return [many, some, rest > 0 ? joined : ""].filter(Boolean).join(" ");
}

function englishBelowHundred(number: number): string {
  if (number < 20) return units[number] ?? "";
  const rest = number % 10;
  return `${englishTens[Math.floor(number / 10)]}${rest === 0 ? "" : `-${units[rest]}`}`;
}

const units = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
  .split(" ")
  .concat(["seventeen", "eighteen", "nineteen"]);
const englishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
