import { argon2Sync } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { refusalOfPassword } from "../../src/accounts/account.ts";
import { hashPassword, passwordMatches } from "../../src/accounts/passwords.ts";
import { projectPath } from "../../src/foundation/project-path.ts";

const email = "alice.dupont@example.org";

test("a password of twelve characters that nobody guesses is taken", () => {
  expect(refusalOfPassword("deux vélos bleus", email)).toBeNull();
  expect(refusalOfPassword("x7Kp-q2Lw-9v", email)).toBeNull();
});

test("a short password is refused, whatever it is made of", () => {
  expect(refusalOfPassword("x7Kp-q2Lw-9", email)).toBe("password-too-short");
  expect(refusalOfPassword("🐝🐝🐝🐝🐝🐝", email)).toBe("password-too-short");
  expect(refusalOfPassword("ab12".repeat(300), email)).toBe("password-too-long");
});

test("what is tried first by those who guess is refused", () => {
  for (const password of ["motdepasse123", "Password2026!", "azertyuiop12", "123456789012", "aaaaaaaaaaaa", email]) {
    expect(refusalOfPassword(password, email), password).toBe("password-known");
  }
});

test("what is only longer because it is written twice, walked on a keyboard or dressed up is refused", () => {
  for (const password of [
    ...["soleilsoleil", "motdepasse motdepasse", "Bonjour-Bonjour!", "abcabcabcabca", "jetaimejetaime"],
    ...["azertyuiopqs", "qwertzuiop12", "1qaz2wsx3edc4rfv", "a1z2e3r4t5y6", "098765432109", "mlkjhgfdsqpo"],
    ...["P@ssw0rd2026!", "M0td3passe!!!!", "doudou-010203", "Marseille13013", "chocolat202612", "Été2026Été2026"],
    ...["alice-dupont-75", "dupontdupont", "Example.2026!!"],
  ])
    expect(refusalOfPassword(password, email), password).toBe("password-known");
});

test("every word of the list of leaked passwords is refused, and a few unrelated words never are", () => {
  const list = readFileSync(projectPath("src", "accounts", "data", "known-passwords.txt"), "utf8");
  const known = list.split("\n").filter((line) => line.length >= 12 && !line.startsWith("#"));
  expect(known.length).toBeGreaterThan(250);
  for (const password of known.filter((_, place) => place % 10 === 0))
    expect(refusalOfPassword(password, email), password).toBe("password-known");
  for (const password of [
    "quatre chevaux de bois",
    "le chat boit du thé",
    "vélo lampe orage seau",
    "correct horse tape",
  ])
    expect(refusalOfPassword(password, email), password).toBeNull();
});

test("a password drawn at random is taken, and so are four words drawn from many", () => {
  const sign = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!?+=");
  const words = ["lampe", "orage", "seau", "vitre", "caillou", "pente", "brume", "tuile", "gant", "mousse", "pivot"];
  const drawn = fc.array(sign, { minLength: 20, maxLength: 40 }).map((signs) => signs.join(""));
  const said = fc.uniqueArray(fc.constantFrom(...words), { minLength: 4, maxLength: 6 }).map((some) => some.join(" "));
  const varied = (password: string) => new Set(password.toLowerCase()).size >= 8;
  fc.assert(
    fc.property(fc.oneof(drawn.filter(varied), said), (password) => {
      expect(refusalOfPassword(password, email), password).toBeNull();
    }),
  );
});

test("a hash tells its parameters, differs each time and opens for its password only", async () => {
  const [first, second] = await Promise.all([hashPassword("deux vélos bleus"), hashPassword("deux vélos bleus")]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(second).not.toBe(first);
  expect(await passwordMatches(first, "deux ve\u0301los bleus")).toBe(true);
  expect(await passwordMatches(first, "deux vélos verts")).toBe(false);
});

test("a hash made with other parameters still opens, and what is no hash is a failure", async () => {
  const nonce = Buffer.alloc(16, 7);
  const cost = { message: "deux vélos bleus", nonce, memory: 8_192, passes: 3, parallelism: 2, tagLength: 24 };
  const [salt, tag] = [nonce, argon2Sync("argon2id", cost)].map((bytes) => bytes.toString("base64").replace(/=+$/, ""));
  expect(await passwordMatches(`$argon2id$v=19$m=8192,t=3,p=2$${salt}$${tag}`, "deux vélos bleus")).toBe(true);
  await expect(passwordMatches("sha1:abc", "x")).rejects.toThrow("not a hash");
});

test("many at once all get their turn", async () => {
  const hashes = await Promise.all(Array.from({ length: 7 }, (_, number) => hashPassword(`password ${number}`)));
  expect(new Set(hashes).size).toBe(7);
});
