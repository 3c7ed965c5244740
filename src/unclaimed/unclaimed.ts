/** A host that a list names and that has said nothing here itself. */
export interface Unclaimed extends Omit<Sighting, "file"> {
  readonly id: string;
  /** Of its website, without "www.": whoever holds it decides about the entry. */
  readonly domain: string;
  readonly source: ListKind;
  /** Where the list stands that names it, or the name of its file. */
  readonly list: string;
  readonly listName: string | null;
  readonly entered: Date;
  readonly read: Date;
}

/** ChatonsInfos: the file of a federation. LibreHosters: a `directory.json`. */
export const listKinds = ["chatonsinfos", "librehosters"] as const;
export type ListKind = (typeof listKinds)[number];

/** What a list says of one host; nothing that belongs to a person. */
export interface Sighting {
  /** The address of its own file. */
  readonly file: string;
  readonly name: string;
  readonly website: string;
  readonly summary: string | null;
  readonly language: string | null;
  /** Guessed from the software that its services run. */
  readonly needs: readonly string[];
  /** A code like `country:FR`. */
  readonly territory: string | null;
}

/** The domain of a website; null where it has none of its own, like a bare number. */
export function domainOf(website: string): string | null {
  if (!URL.canParse(website)) return null;
  const { protocol, hostname } = new URL(website);
  const name = hostname
    .toLowerCase()
    .replace(/\.+$/, "")
    .replace(/^www\./, "");
  if (!/^https?:$/.test(protocol) || name === "" || name.startsWith("[")) return null;
  return name;
}

/** Whether an address speaks for a domain: it stands there or below. What stands above or beside may be somebody else's. */
export function speaksFor(domain: string, address: string): boolean {
  const own = domainOf(address);
  return own !== null && (own === domain || own.endsWith(`.${domain}`));
}

/** What the owner of a domain says of it in `/.well-known/essaim-claim`. */
export interface OwnersWord {
  /** No directory of the swarm is to show it. */
  readonly removal: boolean;
  /** Instances that speak for it. */
  readonly origins: readonly string[];
}

export const claimPath = "/.well-known/essaim-claim";
export const removalLine = "essaim: remove";
export const claimLine = (origin: string): string => `essaim: ${origin}`;

/** Reads that file: lines like `essaim: remove` and `essaim: https://essaim.example.org`; all others mean nothing. */
export function readOwnersWord(text: string): OwnersWord {
  const said = text
    .slice(0, 10_000)
    .split(/\r\n|\r|\n/)
    .flatMap((line) => /^\s*essaim:\s*(\S+)\s*$/i.exec(line)?.[1] ?? []);
  const origins = said
    .filter((word) => /^https?:\/\//i.test(word) && URL.canParse(word))
    .map((word) => new URL(word).origin);
  return { removal: said.some((word) => word.toLowerCase() === "remove"), origins };
}

/** The addresses that a page calls its own (`rel="me"`), as origins. */
export function ownLinksIn(html: string): readonly string[] {
  const tags = html.slice(0, 500_000).match(/<(?:a|link)\s[^>]{1,2000}>/gi) ?? [];
  return tags.flatMap((tag) => {
    const rel = attributeOf(tag, "rel")?.toLowerCase().split(/\s+/) ?? [];
    const href = attributeOf(tag, "href") ?? "";
    return rel.includes("me") && /^https?:\/\//i.test(href) && URL.canParse(href) ? [new URL(href).origin] : [];
  });
}

function attributeOf(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

/** A text without what leads to a person: addresses of mail, numbers to call. One paragraph, at most 300 signs. */
export function impersonal(text: string): string {
  const plain = text
    .replaceAll(/[^\s@<>()]+@[^\s@<>()]+/g, "…")
    .replaceAll(/\+?\d(?:[\s.\-/()]?\d){8,14}/g, "…")
    .replaceAll(/\s+/g, " ")
    .trim();
  return plain.length <= 300 ? plain : `${plain.slice(0, 299).replace(/\s+\S*$/, "")}…`;
}
