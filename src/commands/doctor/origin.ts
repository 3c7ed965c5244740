import { promises as dns, type LookupAddress, lookup as systemLookup } from "node:dns";
import { isIP } from "node:net";
import { type Addresses, addressesWithin, isPublicAddress } from "../../foundation/address-ranges.ts";
import type { Config } from "../../foundation/config.ts";
import type { Resolve } from "../../foundation/guarded-dispatcher.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";

/** The addresses of a name: as the world's DNS has them, and as this machine finds them by itself. */
export interface Named {
  readonly world: readonly string[];
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
export async function findNamed(name: string, ask: Pick<typeof dns, "resolve4" | "resolve6" | "lookup"> = dns) {
  const none = () => [] as string[];
  const [four, six, here] = await Promise.all([
    ask.resolve4(name).catch(none),
    ask.resolve6(name).catch(none),
    ask.lookup(name, { all: true }).then((found) => found.map(({ address }) => address), none),
  ]);
  return { world: [...four, ...six], here } satisfies Named;
}

/** Whether the name of ORIGIN leads others to an address that they can reach. */
export function checkName(name: string, { world, here }: Named, allowedPrivateRanges: readonly string[]): Finding {
  const allowed = addressesWithin(allowedPrivateRanges);
  const found = world.length > 0 ? world : here;
  if (found.length === 0) {
    return fault(
      "name",
      `The DNS knows no address of ${name}.`,
      `Add an A record for ${name} where the domain is registered.`,
    );
  }
  const unreachable = found.filter((address) => !isPublicAddress(address) && !allowed(address));
  if (unreachable.length > 0) return fault("name", ...leadsNowhere(name, unreachable, world.length > 0));
  if (world.length === 0 && !found.every(allowed)) {
    return warning(
      "name",
      `Only this machine's own list knows ${name}, the DNS does not.`,
      `Add an A record for ${name} where the domain is registered.`,
    );
  }
  return fine("name", `${name} is at ${found.join(", ")}.`);
}

function leadsNowhere(name: string, unreachable: readonly string[], world: boolean): [what: string, todo: string] {
  return world
    ? [
        `The DNS leads from ${name} to ${unreachable.join(", ")}, which other servers cannot reach.`,
        "Put the public address of the proxy into the DNS record, and remove the private one.",
      ]
    : [
        `Only this machine's own list knows ${name}, as ${unreachable.join(", ")}; the DNS does not.`,
        `Add an A record with the public address for ${name} where the domain is registered.`,
      ];
}

/** Leads requests to ORIGIN the way others go, whatever this machine's own list of names says. */
export function lookupAsTheWorld(name: string, { world }: Named): Resolve {
  const found: LookupAddress[] = world.map((address) => ({ address, family: isIP(address) }));
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
