import { done, type Outcome, refused } from "../../foundation/outcome.ts";
import { StoredProfile } from "../../hosts/form.ts";
import type { HostProfile } from "../../hosts/host.ts";
import { slugOf } from "../../offers/offer.ts";
import type { FileRefusal, MisreadLine } from "./chatons.ts";
import { beginReading, inOrder, keepRest, type Reading, readGroup, report, takeLines, writeGroup } from "./fields.ts";
import type { Lines } from "./lines.ts";
import { isStale, joinedOf, membershipsIn } from "./memberships.ts";
import { fields, placeless, type Said, saidOf } from "./organization-fields.ts";

export interface ReadOrganization {
  readonly profile: HostProfile;
  readonly misread: readonly MisreadLine[];
}

/**
 * The host's profile with what its organisation file says; the rest stays. A key that says just what we would write
 * changes nothing: the format knows fewer legal forms than we do, and one line for all that is said of a host.
 */
export function readOrganization(
  lines: Lines,
  current: HostProfile,
  origin: string,
): Outcome<ReadOrganization, FileRefusal> {
  const reading = beginReading(lines);
  takeLines(reading, /^(file\.(class|protocol|datetime|generator|url)|subs\..+)$/);
  const said = readGroup(fields, reading);
  takePlaceless(reading);
  const rest = keepRest(reading);
  const members = joinedOf(current.memberOf, membershipsIn(Object.entries(rest)));
  const profile = merge(current, newsIn(said, saidOf(current, origin)), members);
  const kept = withoutOurs(rest, profile, origin, keptOf(current));
  const stored = StoredProfile.safeParse({ ...profile, extra: withKept(profile.extra, kept) });
  if (!stored.success || stored.data.name.trim() === "") return refused("name-missing");
  return done({ profile: stored.data, misread: reading.misread });
}

function takePlaceless(reading: Reading): void {
  for (const [pattern, kind] of placeless) {
    for (const line of takeLines(reading, pattern)) {
      const read = kind.read(line.value);
      if (!read.done) report(reading, line, read.reason);
      reading.rest.set(line.key, line.value);
    }
  }
}

/** What is written otherwise than we would write it ourselves. */
function newsIn(said: Said, ours: Said): Partial<Said> {
  const written = new Map(writeGroup(fields, ours));
  const names = Object.keys(fields) as (keyof Said)[];
  const news = names.filter((name) => {
    const [key, kind] = fields[name];
    return said[name] !== null && kind.write(said[name]) !== written.get(key);
  });
  return Object.fromEntries(news.map((name) => [name, said[name]]));
}

/** The lines of an organisation file, without those of the file itself and of its services. */
export function writeOrganization(profile: HostProfile, origin: string): readonly (readonly [string, string])[] {
  const kept = inOrder(keptOf(profile));
  const memberships = membershipsIn(kept);
  const own = ownLines(profile, origin);
  const said = new Set(own.map(([key]) => key));
  const rest = kept.filter(([key]) => !said.has(key.toLowerCase()) && !isStale(key, memberships, profile.memberOf));
  const all = new Set([...said, ...rest.map(([key]) => key.toLowerCase())]);
  return [...own, ...rest, ...assumedLines(profile).filter(([key]) => !speaksOf(all, key))];
}

/** What the profile says for certain. */
function ownLines(profile: HostProfile, origin: string): readonly (readonly [string, string])[] {
  const { closing, country: code } = profile;
  const lines = [...writeGroup(fields, saidOf(profile, origin))];
  if (closing !== null) lines.push(["organization.enddate", closing.ends]);
  const named = code === null ? undefined : countryNames.of(code);
  if (named !== undefined && keptOf(profile)["organization.country.name"] === undefined)
    lines.push(["organization.country.name", named]);
  return lines;
}

const countryNames = new Intl.DisplayNames(["fr"], { type: "region" });

/** What holds unless the host said otherwise when it was imported. */
function assumedLines({ memberOf: names }: HostProfile): readonly (readonly [string, string])[] {
  const memberships = names
    .map(slugOf)
    .filter((slug) => slug !== "")
    .map((slug) => [`organization.memberof.${slug}.status.level`, "ACTIVE"] as const);
  return [["organization.status.level", "ACTIVE"], ...memberships];
}

/** A membership of which anything is said is said already. */
function speaksOf(keys: ReadonlySet<string>, key: string): boolean {
  const membership = /^organization\.memberof\.[^.]+\./.exec(key)?.[0];
  return keys.has(key) || (membership !== undefined && [...keys].some((one) => one.startsWith(membership)));
}

function merge(current: HostProfile, said: Partial<Said>, members: readonly string[]): HostProfile {
  const { name, description, website, country, type: legalForm, legalUrl: termsUrl, ...contact } = said;
  const { contactUrl: url, contactEmail: email, address: place } = contact;
  return {
    ...current,
    ...spoken({ website, country, legalForm, termsUrl }),
    ...describedBy(description ?? null),
    name: name ?? current.name,
    memberOf: members,
    contact: { ...current.contact, ...spoken({ url, email, address: place }) },
  };
}

type Value = string | null | undefined;

/** Without what says nothing. */
function spoken<Group extends Readonly<Record<string, Value>>>(group: Group): { [Name in keyof Group]?: string } {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => typeof value === "string")) as {
    [Name in keyof Group]?: string;
  };
}

/** The format asks for five or six words; some write a page. */
function describedBy(description: string | null): Partial<HostProfile> {
  if (description === null) return {};
  return description.length <= 200 ? { tagline: description } : { summary: description };
}

type Kept = Readonly<Record<string, string>>;

/** What was imported and is kept as it stood, by its key. */
function keptOf({ extra }: HostProfile): Kept {
  const kept = extra["chatonsinfos"];
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
}

function withKept(extra: HostProfile["extra"], kept: Kept): HostProfile["extra"] {
  const { chatonsinfos: _, ...others } = extra;
  return Object.keys(kept).length === 0 ? others : { ...others, chatonsinfos: kept };
}

/** What we would write by ourselves needs no keeping. */
function withoutOurs(rest: Kept, profile: HostProfile, origin: string, before: Kept): Kept {
  const bare = { ...profile, extra: withKept(profile.extra, {}) };
  const ours = new Map(writeOrganization(bare, origin));
  return Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => before[key] !== undefined || ours.get(key.toLowerCase()) !== value),
  );
}
