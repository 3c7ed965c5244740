import { sql } from "kysely";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { listHosts } from "../catalogue/queries.ts";
import { hostKey, originsOf } from "../directory/addresses.ts";
import { findHostAt } from "../directory/host-queries.ts";
import type { Reader } from "../foundation/database.ts";
import { parentsOf } from "../hosts/territories.ts";
import type { HostDraft } from "./drafting.ts";
import { readEmail } from "./form.ts";
import { type AskedHost, longest, rolesOf } from "./together.ts";

/** A host that somebody chose to ask, and how its name stands in addresses and forms. */
export interface ChosenHost {
  readonly key: string;
  readonly draft: HostDraft;
}

/** The host that somebody means: by its name in the directory, a domain, the address of a page or an actor, an account, an address for letters; null where it can be none. */
async function findChosen(reader: Reader, typed: string, territory: string | null): Promise<ChosenHost | null> {
  const { name, address } = readNamed(typed);
  const listed = (await findListed(reader, address)) ?? (await findByName(reader, address));
  if (listed !== null) return { key: hostKey(listed.origin), draft: draftOf(listed, territory) };
  const outside = { host: null, page: null, roles: [] };
  const email = address.startsWith("@") ? null : readEmail(address);
  if (email !== null)
    return { key: keyOf(name, email), draft: { ...outside, way: "email", name: name ?? email, address: email } };
  const account = accountOf(address);
  if (account === null) return null;
  const [user, domain] = account;
  const handle = `${user}@${domain}`;
  return {
    key: keyOf(name, `@${handle}`),
    draft: { ...outside, way: "fediverse", name: name ?? `@${handle}`, address: handle },
  };
}

/** "@nom@site", or the address of a profile "https://site/@nom". */
function accountOf(address: string): readonly [string, string] | null {
  const [, user, domain] = /^@([\w.-]{1,64})@([a-z0-9.:-]{3,253})$/i.exec(address) ?? [];
  if (user !== undefined && domain !== undefined) return [user, domain];
  if (!URL.canParse(address) || !/^https?:/.test(address)) return null;
  const { host, pathname } = new URL(address);
  const name = /^\/(?:@|users\/)([\w.-]{1,64})\/?$/.exec(pathname)?.[1];
  return name === undefined ? null : [name, host];
}

const keyOf = (name: string | null, address: string): string => (name === null ? address : `${name} <${address}>`);

/** "Hôte B <contact@hote-b.example>", or only what stands in the angles. */
function readNamed(typed: string): { readonly name: string | null; readonly address: string } {
  const text = typed.trim().slice(0, 500);
  const [, name = "", inside = ""] = /^([^<>]*)<([^<>]+)>$/.exec(text) ?? [];
  const said = name
    .replaceAll(/[\p{Cc}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, longest.host);
  return { name: said === "" ? null : said, address: inside === "" ? text : inside.trim() };
}

/** All whom these names mean, in their order, each once, and the names that mean nobody. */
export async function listChosen(
  reader: Reader,
  names: readonly string[],
  territory: string | null,
): Promise<{ readonly chosen: readonly ChosenHost[]; readonly unknown: readonly string[] }> {
  const chosen = new Map<string, ChosenHost>();
  const unknown: string[] = [];
  for (const name of new Set(names.slice(0, 12))) {
    const found = await findChosen(reader, name, territory);
    if (found === null) unknown.push(name);
    else if (!chosen.has(found.key)) chosen.set(found.key, found);
  }
  return { chosen: [...chosen.values()], unknown };
}

async function findListed(reader: Reader, address: string): Promise<ListedHost | null> {
  const [, handle, domain] = /^@?([\w.-]{1,64})@([a-z0-9.:-]{3,253})$/i.exec(address) ?? [];
  if (handle !== undefined && domain !== undefined) return findByHandle(reader, handle, domain);
  const isAddress = URL.canParse(address) && /^https?:/.test(address);
  return isAddress ? findByAddress(reader, address) : findByDomain(reader, address.replace(/\/+$/, ""));
}

/** As people say it; a name that several have means none of them. */
async function findByName(reader: Reader, name: string): Promise<ListedHost | null> {
  const said = sql`lower(catalogue_hosts.profile->>'name')`;
  const [one, other] = await shown(reader).where(said, "=", name.toLowerCase()).limit(2).execute();
  return one && !other ? ((await listHosts(reader, [one.actor]))[0] ?? null) : null;
}

async function findByDomain(reader: Reader, domain: string): Promise<ListedHost | null> {
  const at = await findHostAt(reader, domain);
  return at.standing === "shown" ? at.host : null;
}

async function findByAddress(reader: Reader, address: string): Promise<ListedHost | null> {
  const row = await shown(reader)
    .where((host) => host.or([host("catalogueHosts.actor", "=", address), host("catalogueHosts.url", "=", address)]))
    .executeTakeFirst();
  if (row) return (await listHosts(reader, [row.actor]))[0] ?? null;
  const profile = accountOf(address);
  if (profile !== null) return findByHandle(reader, ...profile);
  const { host, pathname } = new URL(address);
  return pathname === "/" ? findByDomain(reader, host) : null;
}

async function findByHandle(reader: Reader, handle: string, domain: string): Promise<ListedHost | null> {
  const origins = originsOf(domain);
  if (origins.length === 0) return null;
  const row = await shown(reader)
    .where("handle", "=", handle.toLowerCase())
    .where("catalogueHosts.origin", "in", [...origins])
    .executeTakeFirst();
  return row ? ((await listHosts(reader, [row.actor]))[0] ?? null) : null;
}

// A host that is only a candidate, or has fallen silent, is asked by nobody.
const shown = (reader: Reader) =>
  reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select("catalogueHosts.actor")
    .where("catalogueHosts.trust", ">=", 2)
    .where("instances.state", "=", "known");

function draftOf({ actor, own, profile, url }: ListedHost, territory: string | null): HostDraft {
  const codes = profile.territory?.codes ?? [];
  const near = territory !== null && codes.some((code) => code === territory || parentsOf(territory).includes(code));
  return {
    ...{ way: own ? "own" : "essaim", host: actor, name: profile.name, page: url, address: null },
    roles: rolesOf(profile.capabilities, near),
  };
}

/** As a host that was asked stands in the form again. */
export function chosenOf({ way, host, name, page, address, roles }: AskedHost): ChosenHost {
  const key = host === null ? `${name} <${way === "fediverse" ? "@" : ""}${address}>` : hostKey(new URL(host).origin);
  return { key, draft: { way, host, name, page, address, roles } };
}
