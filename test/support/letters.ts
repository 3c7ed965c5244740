import { expect } from "vitest";
import { eventually } from "./eventually.ts";
import type { MailServer } from "./mail-server.ts";

/** A letter as a mail program shows it. */
export interface ReadLetter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The paths of its links, in their order. */
  readonly paths: readonly string[];
  header(name: string): string | null;
}

/** The letters to somebody so far, the first first. */
export const lettersTo = (mail: MailServer, address: string): readonly ReadLetter[] =>
  mail.posted.filter(({ to }) => to.includes(address)).map(readLetter);

/** Waits for the letter to somebody whose subject says this. */
export const letterTo = (mail: MailServer, address: string, said: string): Promise<ReadLetter> =>
  eventually(() => lettersTo(mail, address).find(({ subject }) => subject.includes(said)));

/** What holds for every letter that came: plain text, to one person, from a machine, with one way to act. */
export function expectGood({ to, text, header, paths }: ReadLetter): void {
  expect(to).toHaveLength(1);
  expect(header("Content-Type")).toMatch(/^text\/plain; charset=utf-8/);
  expect(header("Auto-Submitted")).toBe("auto-generated");
  expect(header("Message-ID")).toMatch(/^<[0-9a-f-]{36}@/);
  expect(text).toMatch(/^(Bonjour|Hello),\n\n\S/);
  expect(paths.length).toBeLessThanOrEqual(1);
}

function readLetter({ to, content }: MailServer["posted"][number]): ReadLetter {
  const at = content.indexOf("\n\n");
  const head = content.slice(0, at).replaceAll(/\n\s+/g, " ").split("\n");
  const header = (name: string) =>
    head.find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `))?.slice(name.length + 2) ?? null;
  const text = bodyOf(content.slice(at + 2), header("Content-Transfer-Encoding") ?? "7bit");
  const paths = [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => pathOf(url));
  return { to, subject: decoded(header("Subject") ?? ""), text, paths, header };
}

function pathOf(url: string): string {
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash;
}

function bodyOf(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? unquoted(body.replaceAll(/=\n/g, "")) : body;
}

const unquoted = (text: string): string =>
  text.replaceAll(/(?:=[0-9A-F]{2})+/g, (coded) => Buffer.from(coded.replaceAll("=", ""), "hex").toString("utf8"));

/** Words that are not ASCII travel as `=?UTF-8?Q?…?=`. */
const decoded = (header: string): string =>
  header
    .replaceAll(/\?= =\?UTF-8\?[QB]\?/gi, (between) => (between.includes("?Q?") ? "" : "\u0000"))
    .replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, word: string) => unquoted(word.replaceAll("_", " ")))
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, word: string) =>
      word
        .split("\u0000")
        .map((one) => Buffer.from(one, "base64").toString("utf8"))
        .join(""),
    );
