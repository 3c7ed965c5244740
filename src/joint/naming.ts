import { originsOf } from "../directory/addresses.ts";
import type { Reader } from "../foundation/database.ts";
import type { Capability } from "../hosts/host.ts";
import type { Named } from "./joint.ts";

/** Hosts that are known well enough here to be proposed, by their names; ours is none of them. */
export async function listKnownHosts(
  reader: Reader,
): Promise<readonly { readonly name: string; readonly url: string }[]> {
  const rows = await hosts(reader).where("trust", ">=", 3).where("instances.source", "<>", "own").limit(300).execute();
  return rows
    .map(({ profile, url }) => ({ name: nameIn(profile, url), url }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** The host that is known here at an address as people type it: of its page, its account, its site, or its actor. */
export async function findKnownHost(reader: Reader, typed: string): Promise<Named | null> {
  const { address, origins, handle } = readTyped(typed);
  const row = await hosts(reader)
    .where((row) =>
      row.or([
        ...(address === null ? [] : [row("catalogueHosts.actor", "=", address), row("url", "=", address)]),
        ...(origins.length === 0
          ? []
          : [row.and([row("catalogueHosts.origin", "in", origins), ...(handle ? [row("handle", "=", handle)] : [])])]),
      ]),
    )
    .where("trust", ">=", 1)
    .executeTakeFirst();
  return row ? { actor: row.actor, name: nameIn(row.profile, row.url), page: row.url } : null;
}

function readTyped(typed: string) {
  const text = typed.trim();
  const [, handle = "", domain] = /^@?([a-z0-9_]{1,30})@([^@/\s]+)$/i.exec(text) ?? [];
  if (domain !== undefined) return { address: null, origins: [...originsOf(domain.toLowerCase())], handle };
  const url = /^https?:\/\//.test(text) ? URL.parse(text) : null;
  if (url === null) return { address: null, origins: [...originsOf(text.toLowerCase())], handle: null };
  const [, named = null] = /^\/@([a-z0-9_]{1,30})$/i.exec(url.pathname) ?? [];
  const whole = url.pathname === "/" || named !== null;
  return { address: url.href, origins: whole ? [url.origin] : [], handle: named };
}

function hosts(reader: Reader) {
  return reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select(["catalogueHosts.actor", "catalogueHosts.url", "catalogueHosts.profile"]);
}

// What stands in this table was read and checked before it was kept.
const nameIn = (profile: unknown, url: string): string => (profile as { readonly name?: string }).name ?? url;

/** What a host would likely do in something joint, by what it says that it can: a first guess, to be put right. */
export async function guessRoles(reader: Reader, actor: string): Promise<readonly string[]> {
  const row = await hosts(reader).where("catalogueHosts.actor", "=", actor).executeTakeFirst();
  const { capabilities = [] } = (row?.profile ?? {}) as { readonly capabilities?: readonly Capability[] };
  const guessed = capabilities.filter((one) => alike.includes(one));
  return guessed.length > 0 ? guessed : ["hosting"];
}

/** Capabilities that are roles, too. */
const alike: readonly string[] = ["hosting", "accompaniment", "training", "development"];
