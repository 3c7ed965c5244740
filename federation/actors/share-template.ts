import type { Outbound } from "../../src/foundation/outbound.ts";
import { askWebFinger, type Links } from "./ask-webfinger.ts";

/** The page of a server that opens its composer with words in it (FEP-3b86). */
const createRel = "https://w3id.org/fep/3b86/Create";
const subscribeRel = "http://ostatus.org/schema/1.0/subscribe";

/**
 * The page of somebody's own server that opens its composer, with `{content}` where the words go; null when the server names
 * none and is not of those that have one anyway. `account` is `name@host`. Throws `Unreachable` when the server does not answer.
 */
export async function findShareTemplate(outbound: Outbound, account: string): Promise<string | null> {
  const links = await askWebFinger(outbound, account);
  return links && (namedTemplate(links) ?? usualTemplate(links));
}

function namedTemplate(links: Links): string | null {
  const templates = links.flatMap(({ rel, template }) =>
    rel === createRel && template !== undefined ? [template] : [],
  );
  return (
    templates.find((template) => template.includes("{content}") && isWeb(template.replace("{content}", "x"))) ?? null
  );
}

/** Mastodon and those made of it, and Misskey and those made of it, have such a page without saying so; they are known by where they follow. */
function usualTemplate(links: Links): string | null {
  const follow = links.find(({ rel, template }) => rel === subscribeRel && template !== undefined)?.template;
  if (follow === undefined || !isWeb(follow)) return null;
  const { origin, pathname } = new URL(follow);
  return /^\/(authorize_interaction|authorize-follow)\/?$/.test(pathname) ? `${origin}/share?text={content}` : null;
}

const isWeb = (address: string): boolean =>
  URL.canParse(address.replaceAll(/[{}]/g, "")) && /^https?:$/.test(new URL(address.replaceAll(/[{}]/g, "")).protocol);
