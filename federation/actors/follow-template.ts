import type { Outbound } from "../../src/foundation/outbound.ts";
import { askWebFinger, type Links } from "./ask-webfinger.ts";

/** What an account's server says of how its people follow from there, best first (FEP-3b86, then OStatus). */
const followRels = [
  "https://w3id.org/fep/3b86/Follow",
  "https://w3id.org/fep/3b86/Object",
  "http://ostatus.org/schema/1.0/subscribe",
];

/**
 * The page of someone's own server that asks whether to follow, with `{uri}` where the followed address goes;
 * null when the server names none. `account` is `name@host`. Throws `Unreachable` when the server does not answer.
 */
export async function findFollowTemplate(outbound: Outbound, account: string): Promise<string | null> {
  const links = await askWebFinger(outbound, account);
  return (links && bestTemplate(links)) ?? null;
}

function bestTemplate(links: Links): string | undefined {
  const templates = followRels.flatMap((rel) =>
    links.filter((link) => link.rel === rel).map(({ template }) => template),
  );
  return templates
    .filter((template) => template !== undefined)
    .map((template) => template.replace("{object}", "{uri}"))
    .find((template) => template.includes("{uri}") && /^https?:$/.test(schemeOf(template)));
}

function schemeOf(template: string): string {
  const address = template.replace("{uri}", "x");
  return URL.canParse(address) ? new URL(address).protocol : "";
}
