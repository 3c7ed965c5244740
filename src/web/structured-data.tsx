import { raw } from "hono/html";

/** What a page says, once more for programs (JSON-LD, schema.org). It is data: nothing of it runs, so no policy has to allow it. */
export function StructuredData({ data }: { readonly data: object }) {
  const context = { "@context": "https://schema.org", ...data };
  // Nothing that people wrote ends the element, or opens a comment in it.
  const text = JSON.stringify(context).replaceAll(/[<>&\u2028\u2029]/g, escaped);
  return <script type="application/ld+json">{raw(text)}</script>;
}

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
