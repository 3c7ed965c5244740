import { Unreachable } from "../foundation/errors.ts";
import { type Answer, type Outbound, RefusedAddress } from "../foundation/outbound.ts";
import { claimPath, domainOf, type OwnersWord, ownLinksIn, readOwnersWord, speaksFor } from "./unclaimed.ts";

/** What the owner of a website says in its well-known file; null where there is none, or where somebody else answers for it. */
export async function lookFor(outbound: Pick<Outbound, "request">, website: string): Promise<OwnersWord | null> {
  const answer = await from(outbound, new URL(claimPath, website), website);
  return answer?.status === 200 ? readOwnersWord(answer.body.toString("utf8")) : null;
}

/** The instances that a website names as its own: in that file, or by links with rel="me" on its first page. */
export async function instancesOf(outbound: Pick<Outbound, "request">, website: string): Promise<readonly string[]> {
  const [word, page] = await Promise.all([lookFor(outbound, website), from(outbound, new URL(website), website)]);
  const links = page?.status === 200 ? ownLinksIn(page.body.toString("utf8")) : [];
  return [...(word?.origins ?? []), ...links];
}

/** Only what comes from the domain itself counts: a redirect elsewhere may lead to whoever has taken over an address. */
async function from(outbound: Pick<Outbound, "request">, url: URL, website: string): Promise<Answer | null> {
  const domain = domainOf(website);
  try {
    const answer = await outbound.request(url, { headers: { accept: "text/plain, text/html, */*;q=0.5" } });
    return domain !== null && speaksFor(domain, answer.url) ? answer : null;
  } catch (error) {
    if (error instanceof Unreachable || error instanceof RefusedAddress) return null;
    throw error;
  }
}
