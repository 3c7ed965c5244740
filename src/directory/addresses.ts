/** An instance as it stands in addresses: its domain, with the port where that is an unusual one. */
export function hostKey(origin: string): string {
  return new URL(origin).host;
}

/** The origins that such a key can mean, the likelier first; none where it is no domain. */
export function originsOf(key: string): readonly string[] {
  return ["https:", "http:"].flatMap((scheme) => {
    const url = URL.parse(`${scheme}//${key}`);
    const plain = url !== null && url.href === `${url.origin}/`;
    return plain ? [url.origin] : [];
  });
}

/** An offer as it stands in addresses, the same on every instance: `four-banal.example/courriel`. */
export function offerKey(origin: string, slug: string): string {
  return `${hostKey(origin)}/${slug}`;
}

/** What such a key names; null where it is none. */
export function readOfferKey(key: string): { readonly origins: readonly string[]; readonly slug: string } | null {
  const cut = key.indexOf("/");
  const origins = cut > 0 ? originsOf(key.slice(0, cut)) : [];
  const slug = key.slice(cut + 1);
  return origins.length === 0 || slug === "" || slug.includes("/") ? null : { origins, slug };
}
