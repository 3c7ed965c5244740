/** The registers whose numbers we can check; others are kept as they are typed. */
export const identifierSchemes = ["siren", "siret", "rna", "bce"] as const;

/** What a register is called: these names are the same in every language. */
export function schemeName(scheme: string): string {
  return identifierSchemes.some((known) => known === scheme) ? scheme.toUpperCase() : scheme;
}

/** A number of a register as it is kept, or null when it cannot be one. */
export function readIdentifier(scheme: string, typed: string): string | null {
  const plain = typed.replaceAll(/[\s.\u00a0\u202f-]/g, "").toUpperCase();
  switch (scheme) {
    case "siren":
      return /^\d{9}$/.test(plain) && fits(plain) ? plain : null;
    case "siret":
      return /^\d{14}$/.test(plain) && (fits(plain) || fitsPost(plain)) ? plain : null;
    case "rna":
      return /^W\d[0-9A-Z]\d{7}$/.test(plain) ? plain : null;
    case "bce":
      return readBelgian(plain.replace(/^BE/, ""));
    default:
      return typed.trim();
  }
}

/** Which register a number is likely to be of; null where that cannot be told. */
export function schemeOf(typed: string): string | null {
  return ["siret", "siren", "rna"].find((scheme) => readIdentifier(scheme, typed) !== null) ?? null;
}

// Luhn's sum: every second figure from the right counts twice.
function fits(number: string): boolean {
  const figures = [...number].reverse().map((figure, at) => Number(figure) * (at % 2 === 0 ? 1 : 2));
  return figures.reduce((sum, figure) => sum + (figure > 9 ? figure - 9 : figure), 0) % 10 === 0;
}

// The places of La Poste have numbers of their own kind.
function fitsPost(siret: string): boolean {
  const sum = [...siret].reduce((total, figure) => total + Number(figure), 0);
  return siret.startsWith("356000000") && sum % 5 === 0;
}

function readBelgian(number: string): string | null {
  const whole = number.padStart(10, "0");
  if (!/^[01]\d{9}$/.test(whole)) return null;
  return 97 - (Number(whole.slice(0, 8)) % 97) === Number(whole.slice(8)) ? whole : null;
}
