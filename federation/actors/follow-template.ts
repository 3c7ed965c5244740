import { z } from "zod";
import { Unreachable } from "../../src/foundation/errors.ts";
import { jsonOf } from "../../src/foundation/json.ts";
import { type Outbound, RefusedAddress } from "../../src/foundation/outbound.ts";

/** What an account's server says of how its people follow from there, best first (FEP-3b86, then OStatus). */
const followRels = [
  "https://w3id.org/fep/3b86/Follow",
  "https://w3id.org/fep/3b86/Object",
  "http://ostatus.org/schema/1.0/subscribe",
];

const Descriptor = z.object({
  links: z.array(z.object({ rel: z.string(), template: z.string().max(2_000).optional() }).loose()).max(100),
});

/**
 * The page of someone's own server that asks whether to follow, with `{uri}` where the followed address goes;
 * null when the server names none. `account` is `name@host`. Throws `Unreachable` when the server does not answer.
 */
export async function findFollowTemplate(outbound: Outbound, account: string): Promise<string | null> {
  const host = account.slice(account.lastIndexOf("@") + 1);
  const resource = encodeURIComponent(`acct:${account}`);
  const answer = await askWebFinger(outbound, `${host}/.well-known/webfinger?resource=${resource}`);
  const template = answer && bestTemplate(answer);
  return template ?? null;
}

/** Over https; over plain http only where https does not answer and the operator has named the address's range. */
async function askWebFinger(outbound: Outbound, address: string): Promise<z.infer<typeof Descriptor> | null> {
  const get = (scheme: string) =>
    outbound.request(`${scheme}://${address}`, {
      method: "GET",
      headers: { accept: "application/jrd+json, application/json" },
    });
  const response = await get("https").catch(async (error: unknown) => {
    // Whoever typed it need not know why we do not go there.
    if (error instanceof RefusedAddress) throw new Unreachable(error.message);
    if (!(error instanceof Unreachable)) throw error;
    return await get("http").catch(() => {
      throw error;
    });
  });
  if (response.status !== 200) return null;
  const json = jsonOf(response.body.toString("utf8"));
  const read = Descriptor.safeParse(json);
  return read.success ? read.data : null;
}

function bestTemplate({ links }: z.infer<typeof Descriptor>): string | undefined {
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
