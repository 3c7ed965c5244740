import { z } from "zod";
import { readJsonFile } from "../exchange/json-file.ts";
import { done, refused } from "../foundation/outcome.ts";
import type { Fetch, Seen } from "./sight-chatons.ts";
import { impersonal } from "./unclaimed.ts";

const text = z.string().trim();

/** What of a `librehost.json` is everybody's to know. */
const Librehost = z.object({
  name: text.min(1).max(200),
  homeUrl: z.url({ protocol: /^https?$/ }).max(2_000),
  tagLine: text.max(10_000).catch(""),
  description: text.max(10_000).catch(""),
  communicationLanguages: z.array(text.max(20)).catch([]),
  organizationType: text.max(100).catch(""),
});

export async function sightLibrehost(fetch: Fetch, file: string): Promise<Seen> {
  const got = await fetch(file);
  if (!got.done) return got;
  const json = readJsonFile(new TextDecoder().decode(got.value));
  const read = json.done ? Librehost.safeParse(json.value.document) : null;
  if (!read?.success) return refused("not-this-format");
  const { name, homeUrl: website, tagLine, description, communicationLanguages, organizationType } = read.data;
  if (/^(individual|person)$/i.test(organizationType)) return refused("a-person");
  const [language = null] = communicationLanguages.filter((code) => /^[a-z]{2}$/.test(code));
  const summary = impersonal(tagLine || description) || null;
  return done({ file, name: name.slice(0, 100), website, summary, language, needs: [], territory: null });
}
