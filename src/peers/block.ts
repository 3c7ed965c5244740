/** A domain with which this instance has nothing to do, subdomains included. */
export interface Block {
  readonly id: string;
  /** In ASCII; with a port, only that port is meant. */
  readonly domain: string;
  /** For those who look after this instance. */
  readonly reason: string | null;
  readonly created: Date;
}

export type BlockRefusal = "domain-malformed" | "own-domain";

/** Reads the domain that somebody typed: `Example.org`, `https://example.org/about`, `@name@example.org`; null when it is none. */
export function readDomain(typed: string): string | null {
  const text = typed.trim().replace(/^@?[^@/\s]*@/, "");
  const url = text.includes("://") ? text : `https://${text}`;
  if (text === "" || /[\s*]/.test(text) || !URL.canParse(url)) return null;
  const { protocol, hostname, port, username } = new URL(url);
  const name = plainName(hostname);
  if (!/^https?:$/.test(protocol) || name === "" || name.length > 253 || username !== "") return null;
  return port === "" ? name : `${name}:${port}`;
}

/** Every domain whose block covers an address: its own, and those above it, with and without its port. None for what is no address. */
export function domainsAround(address: string | URL): readonly string[] {
  if (!URL.canParse(String(address))) return [];
  const { hostname, port } = new URL(address);
  const labels = plainName(hostname).split(".");
  const names = labels.map((_, from) => labels.slice(from).join("."));
  return port === "" ? names : [...names, ...names.map((name) => `${name}:${port}`)];
}

// example.org. is the same server as example.org.
const plainName = (hostname: string): string => hostname.toLowerCase().replace(/\.+$/, "");
