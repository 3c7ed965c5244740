import type { ListedHost } from "../catalogue/catalogue.ts";
import type { Recommended } from "../catalogue/named-hosts.ts";
import { hostKey } from "./addresses.ts";

/** The page of a host on this site. */
export function hostPath({ own, origin }: Pick<ListedHost, "own" | "origin">): string {
  return own ? "/about" : `/directory/hosts/${hostKey(origin)}`;
}

/** The page of an offer on this site: of our own the original, of others the copy. */
export function listedOfferPath(host: Pick<ListedHost, "own" | "origin">, slug: string): string {
  return host.own ? `/offers/${slug}` : `${hostPath(host)}/offers/${encodeURIComponent(slug)}`;
}

/** The pages at this site of those whom a host recommends, by what it calls them. */
export function namesOf(recommended: readonly Recommended[]) {
  return new Map(
    recommended.flatMap(({ to, host }) => (host ? [[to, { href: hostPath(host), name: host.profile.name }]] : [])),
  );
}
