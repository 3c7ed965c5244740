import ipaddr from "ipaddr.js";

/** Says of an address, in any notation, whether it belongs. What is no address never does. */
export type Addresses = (address: string) => boolean;

/** The addresses within the given CIDR ranges; an IPv4 address written as IPv6 counts as IPv4. */
export function addressesWithin(ranges: readonly string[]): Addresses {
  const bounds = ranges.map((range) => ipaddr.parseCIDR(range));
  return (text) => {
    const address = read(text);
    return (
      address !== null && bounds.some(([base, bits]) => base.kind() === address.kind() && address.match([base, bits]))
    );
  };
}

/** The addresses that anyone on the internet may have: no private, local, special or embedded ones. */
export const isPublicAddress: Addresses = (text) => {
  const address = read(text);
  if (address?.range() !== "unicast") return false;
  // Whatever ipaddr.js knows no name for it calls unicast, ::127.0.0.1 too; the internet is 2000::/3.
  return address.kind() === "ipv4" || address.match(ipaddr.parseCIDR("2000::/3"));
};

function read(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return ipaddr.isValid(text) ? ipaddr.process(text) : null;
}
