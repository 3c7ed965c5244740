import { readFileSync } from "node:fs";
import { projectPath } from "../foundation/project-path.ts";

/** Whether a password is among the first that somebody would try who knows people, keyboards, and this person's address. */
export function isKnown(password: string, email: string): boolean {
  const plain = withoutAccents(password.toLowerCase());
  const cores = coresOf(plain);
  return (
    new Set(plain).size < 5 ||
    repeats(plain) ||
    repeats(plain.replaceAll(/[^a-z0-9]/g, "")) ||
    isWalked(plain) ||
    ownWords(email).some((word) => cores.includes(word)) ||
    cores.some((core) => frenchWords.has(core)) ||
    isListed([plain, ...cores])
  );
}

/**
 * What is left of a word once the figures and signs around it are gone, and those within it are letters again:
 * "P@ssw0rd2026!" is "password", and so is "password-password".
 */
function coresOf(plain: string): readonly string[] {
  const word = plain.replace(/^[^a-z]+/, "").replace(/[^a-z]+$/, "");
  const read = word.replaceAll(/[013457@$!]/g, (sign) => letters[sign] ?? sign).replaceAll(/[^a-z]/g, "");
  const bare = plain.replaceAll(/[^a-z]/g, "");
  return [bare, read, shortestPeriod(read)].filter((core) => core.length >= 3);
}

const letters: Readonly<Record<string, string>> = {
  ...{ "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t" },
  ...{ "@": "a", $: "s", "!": "i" },
};

const withoutAccents = (text: string) => text.normalize("NFD").replaceAll(/\p{Mn}/gu, "");

/** Something short, over and over. */
function repeats(text: string): boolean {
  const period = shortestPeriod(text).length;
  return period < text.length && period < 12;
}

/** The shortest beginning that, repeated, makes the whole and no more than the beginning of one more. */
function shortestPeriod(text: string): string {
  for (let period = 1; period <= text.length / 2; period++) {
    if (text.slice(period) === text.slice(0, -period)) return text.slice(0, period);
  }
  return text;
}

/** Fingers that walked over a keyboard, the alphabet or the figures, three steps at least at a time; two more signs change nothing. */
function isWalked(plain: string): boolean {
  let strayed = 0;
  for (let at = 0; at < plain.length; ) {
    const steps = stepsFrom(plain, at);
    if (steps === 0) strayed += 1;
    at += Math.max(steps, 1);
  }
  return strayed <= 2;
}

function stepsFrom(plain: string, at: number): number {
  let steps = 0;
  for (let end = at + 3; end <= plain.length && ways.some((way) => way.includes(plain.slice(at, end))); end++)
    steps = end - at;
  return steps;
}

const figures = "1234567890";
const keyboards = [
  ["azertyuiop", "qsdfghjklm", "wxcvbn"],
  ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
  ["qwertzuiop", "asdfghjkl", "yxcvbnm"],
];

const ways: readonly string[] = [
  ...["abcdefghijklmnopqrstuvwxyz", `${figures}${figures}`, "&é\"'(-è_çà", "!@#$%^&*()", '!"§$%&/()'].map(
    withoutAccents,
  ),
  ...keyboards.flatMap((rows) => [...rows, ...columnsOf([figures, ...rows]), ...zigzagsOf(rows[0] ?? "")]),
].flatMap((way) => [way, [...way].reverse().join("")]);

/** "1qaz", "2wsx" … */
function columnsOf(rows: readonly string[]): readonly string[] {
  return [...figures].map((_, column) => rows.map((row) => row[column] ?? "").join(""));
}

/** "1q2w3e" … and "q1w2e3" … */
function zigzagsOf(letters: string): readonly string[] {
  const pairs = [...figures].map((figure, column) => [figure, letters[column] ?? ""] as const);
  return [
    pairs.map(([figure, letter]) => figure + letter).join(""),
    pairs.map(([figure, letter]) => letter + figure).join(""),
  ];
}

/** Names and domain of the address that somebody signs in with. */
function ownWords(email: string): readonly string[] {
  const plain = withoutAccents(email.toLowerCase());
  const pieces = plain.split(/[^a-z]+/).filter((piece) => piece.length >= 3);
  return [plain.replaceAll(/[^a-z]/g, ""), (plain.split("@")[0] ?? "").replaceAll(/[^a-z]/g, ""), ...pieces];
}

/** The list is read when somebody chooses a password, which is rare, and not kept. */
function isListed(words: readonly string[]): boolean {
  const list = readFileSync(projectPath("src", "accounts", "data", "known-passwords.txt"), "utf8");
  return words.some((word) => list.includes(`\n${word}\n`));
}

/** What the list, made of English and Russian leaks above all, lacks of what people here take. */
const frenchWords: ReadonlySet<string> = new Set([
  ...["motdepasse", "monmotdepasse", "lemotdepasse", "motdepass", "mdp", "monmdp", "azertyuiopqsdfghjklm"],
  ...["administrateur", "administratrice", "adminadmin", "changezmoi", "changemoi", "changeme", "changemenow"],
  ...["bienvenue", "bonjour", "bonsoir", "coucou", "salut", "bisous", "jetaime", "jetaimefort", "monamour", "moncoeur"],
  ...["soleil", "doudou", "loulou", "chouchou", "choupette", "princesse", "chocolat", "vacances", "liberte"],
  ...["marseille", "toulouse", "bordeaux", "bretagne", "france", "allezlesbleus", "allezlom"],
  ...["maman", "papa", "famille", "nounours", "poisson", "mypassword", "passwordpassword", "letmeinplease"],
  ...["essaim", "association", "hebergeur", "hebergement", "benevole", "benevoles", "chatons", "framasoft", "secret"],
]);
