import type { FileRefusal } from "../exchange/chatons/chatons.ts";
import { type ChatonsFile, readChatonsFile } from "../exchange/chatons/file.ts";
import { address, country, day } from "../exchange/chatons/kinds.ts";
import { addressOf } from "../exchange/chatons/walk.ts";
import { dayOf } from "../foundation/day.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { needsOf } from "./needs.ts";
import { impersonal, type Sighting } from "./unclaimed.ts";

/** Why a file gives no entry: it could not be read, its host is one person, has stopped, has no website, or wants no entry. */
type LeftReason = FileRefusal | "a-person" | "closed" | "no-website" | "opted-out";
export type Seen = Outcome<Sighting, LeftReason>;
export type Fetch = (address: string) => Promise<Outcome<Uint8Array, FileRefusal>>;

/** How many services of one host are asked for. */
const mostServices = 30;

/** What the file of an organisation says that is everybody's to know; its services say what for. */
export async function sightOrganization(fetch: Fetch, file: string, now: Date): Promise<Seen> {
  const got = await fetch(file);
  if (!got.done) return got;
  const read = readChatonsFile(got.value);
  if (!read.done) return read;
  if (read.value.what !== "organization") return refused("not-this-format");
  const said = saying(read.value);
  const reason = reasonAgainst(said, dayOf(now));
  if (reason !== null) return refused(reason);
  const website = address.read(said("website"));
  const land = country.read(said("country.code"));
  return done({
    file,
    name: said("name").slice(0, 100),
    website: website.done ? (website.value ?? "") : "",
    summary: impersonal(said("description")) || null,
    language: "fr",
    needs: await needsFrom(fetch, read.value, file),
    territory: land.done && land.value !== null ? `country:${land.value}` : null,
  });
}

type Saying = (key: string) => string;

const saying =
  ({ lines }: ChatonsFile): Saying =>
  (key) =>
    lines.byKey.get(`organization.${key}`)?.value.trim() ?? "";

function reasonAgainst(said: Saying, today: string): LeftReason | null {
  if (said("name") === "") return "name-missing";
  // The name of a host that is one person is the name of that person.
  if (/^individual$/i.test(said("type"))) return "a-person";
  const ended = day.read(said("enddate"));
  if (ended.done && ended.value !== null && ended.value !== "" && ended.value <= today) return "closed";
  if (/^away$/i.test(said("status.level"))) return "closed";
  const website = address.read(said("website"));
  return website.done && website.value ? null : "no-website";
}

async function needsFrom(fetch: Fetch, { subs }: ChatonsFile, file: string): Promise<readonly string[]> {
  const software: string[] = [];
  for (const { value } of subs.slice(0, mostServices)) {
    const at = addressOf(value, file);
    const got = at === null ? null : await fetch(at.href);
    const read = got?.done ? readChatonsFile(got.value) : null;
    if (read?.done && read.value.what === "service")
      software.push(read.value.lines.byKey.get("software.name")?.value ?? "");
  }
  return needsOf(software);
}
