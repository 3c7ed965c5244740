import { slugOf } from "../../offers/offer.ts";

/** Federations by name, and whether the host is in them still. */
export type Memberships = ReadonlyMap<string, boolean>;

/** What lines like `organization.memberof.chatons.startdate` say. */
export function membershipsIn(lines: Iterable<readonly [key: string, value: string]>): Memberships {
  const memberships = new Map<string, boolean>();
  for (const [key, value] of lines) {
    const [, name, what] = pattern.exec(key) ?? [];
    if (name === undefined || what === undefined) continue;
    const left = /^enddate$/i.test(what) || (/^status\.level$/i.test(what) && /^away$/i.test(value));
    memberships.set(name, !left && (memberships.get(name) ?? true));
  }
  return memberships;
}

const pattern = /^organization\.memberof\.([^.]+)\.(.+)$/i;

/** The federations a host is in, with what a file says. "CHATONS" and "chatons" are the same; the host's own spelling stays. */
export function joinedOf(current: readonly string[], said: Memberships): readonly string[] {
  const left = new Set([...said].filter(([, inside]) => !inside).map(([name]) => slugOf(name)));
  const known = new Set(current.map(slugOf));
  const joined = [...said].filter(([name, inside]) => inside && !known.has(slugOf(name))).map(([name]) => name);
  return [...current.filter((name) => !left.has(slugOf(name))), ...joined];
}

/** Whether a line speaks of a membership that the host no longer names, without saying that it is over. */
export function isStale(key: string, said: Memberships, current: readonly string[]): boolean {
  const name = pattern.exec(key)?.[1];
  return name !== undefined && said.get(name) === true && current.every((one) => slugOf(one) !== slugOf(name));
}
