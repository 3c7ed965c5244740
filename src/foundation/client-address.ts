import ipaddr from "ipaddr.js";
import type { Addresses } from "./address-ranges.ts";

/**
 * Who sent a request: each proxy adds to the end of `X-Forwarded-For` whom it speaks for, so the list is read from the end
 * for as long as the one who wrote it is a proxy of ours. What stands before that, anyone may have written.
 */
export function clientAddress(socket: string, forwarded: string | undefined, isProxy: Addresses): string {
  const said = (forwarded ?? "").split(",").map((one) => one.trim());
  let client = plain(socket) ?? "unknown";
  while (isProxy(client)) {
    const before = plain(said.pop() ?? "");
    if (before === null) return client;
    client = before;
  }
  return client;
}

/** Whom a limit counts as one: an IPv4 address, or the /64 of an IPv6 one, which is what a single household is given. */
export function neighbourhoodOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address);
  if (read.kind() === "ipv4") return read.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${read.toString()}/64`).toString();
}

/** An address in its one notation, without a port or a zone; null when it is none. */
function plain(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, "");
  const isWhole = address.includes(":") || ipaddr.IPv4.isValidFourPartDecimal(address);
  return isWhole && ipaddr.isValid(address) ? ipaddr.process(address).toString() : null;
}
