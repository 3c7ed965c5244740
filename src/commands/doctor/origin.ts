import { promises as dns, type LookupAddress, lookup as systemLookup } from "node:dns";
import { isIP } from "node:net";
import { type Addresses, addressesWithin, isPublicAddress } from "../../foundation/address-ranges.ts";
import type { Config } from "../../foundation/config.ts";
import type { Resolve } from "../../foundation/guarded-dispatcher.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";

/** The addresses of a name: as the world's DNS has them, and as this machine finds them by itself. */
export interface Named {
  /** Null when the DNS does not answer. */
  readonly world: readonly string[] | null;
  readonly here: readonly string[];
}

/** Whether ORIGIN is one that other servers can speak to. */
export function checkOrigin({ origin, bind, trustedProxies, allowedPrivateRanges }: OriginSettings): Finding {
  const { hostname, protocol, port } = new URL(origin);
  if (isLocal(hostname)) {
    const what = `ORIGIN is ${origin}, which only this machine can reach.`;
    const todo = "Set ORIGIN to the public https address before anyone follows this site: it is part of every id.";
    const open = !isLoopback(bind) || trustedProxies.length > 0;
    return open && !addressesWithin(allowedPrivateRanges)(hostname)
      ? fault("origin", what, todo)
      : warning("origin", what, todo);
  }
  if (protocol === "https:" && port !== "") {
    const todo = "Let the proxy listen on port 443, and leave the port out of ORIGIN.";
    return warning("origin", `ORIGIN names port ${port}, and many servers speak to 443 only.`, todo);
  }
  if (protocol === "https:") return fine("origin", `ORIGIN is ${origin}.`);
  return fault(
    "origin",
    `ORIGIN is ${origin}, and other servers speak to https only.`,
    "Put a proxy with a certificate in front, and begin ORIGIN with https://.",
  );
}

type OriginSettings = Pick<Config, "origin" | "bind" | "trustedProxies" | "allowedPrivateRanges">;

/** Asks the DNS, past this machine's own list of names, and this machine too. */
export async function findNamed(name: string): Promise<Named> {
  const resolver = new dns.Resolver({ timeout: 2_000, tries: 2 });
  const [four, six, here] = await Promise.all([
    resolver.resolve4(name).catch(noneOrNoAnswer),
    resolver.resolve6(name).catch(noneOrNoAnswer),
    dns.lookup(name, { all: true }).then(
      (found) => found.map(({ address }) => address),
      () => [],
    ),
  ]);
  return { world: four === null && six === null ? null : [...(four ?? []), ...(six ?? [])], here };
}

const noneOrNoAnswer = ({ code }: NodeJS.ErrnoException): [] | null =>
  code === "ENOTFOUND" || code === "ENODATA" ? [] : null;

/** The addresses by which others come; this machine's own list stands in where the DNS has none. */
export const addressesOf = ({ world, here }: Named): readonly string[] => (world?.length ? world : here);

/** Whether the name of ORIGIN leads others to an address that they can reach. */
export function checkName(name: string, named: Named, allowedPrivateRanges: readonly string[]): Finding {
  const allowed = addressesWithin(allowedPrivateRanges);
  const found = addressesOf(named);
  const add = `Add an A record with the public address for ${name} where the domain is registered.`;
  if (found.length === 0) return fault("name", `The DNS knows no address of ${name}.`, add);
  if (found.every(allowed)) return fine("name", `${name} is at ${found.join(", ")}, within ALLOWED_PRIVATE_RANGES.`);
  if (named.world?.length === 0)
    return fault("name", `Only this machine's own list knows ${name}, as ${found.join(", ")}; the DNS does not.`, add);
  const unreachable = found.filter((address) => !isPublicAddress(address) && !allowed(address));
  return unreachable.length === 0
    ? fine("name", `${name} is at ${found.join(", ")}.`)
    : fault(
        "name",
        `The DNS leads from ${name} to ${unreachable.join(", ")}, which other servers cannot reach.`,
        "Put the public address of the proxy into the DNS record, and remove the private one.",
      );
}

/** Leads requests to ORIGIN the way others go, whatever this machine's own list of names says. */
export function lookupAsTheWorld(name: string, named: Named): Resolve {
  const found: LookupAddress[] = addressesOf(named).map((address) => ({ address, family: isIP(address) }));
  const resolve = (
    host: string,
    options: { all: true },
    done: (error: Error | null, found: LookupAddress[]) => void,
  ) => (host === name && found.length > 0 ? done(null, found) : systemLookup(host, options, done));
  return resolve as unknown as Resolve; // of the many ways to call `lookup`, the guard uses this one
}

/** Whether a host is this machine itself, by name or by number. */
export function isLocal(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || isLoopback(host);
}

const isLoopback: Addresses = (address) =>
  address === "localhost" || addressesWithin(["127.0.0.0/8", "::1/128"])(address.replace(/^\[|\]$/g, ""));
