import { z } from "zod";
import { Unreachable } from "../../src/foundation/errors.ts";
import { jsonOf } from "../../src/foundation/json.ts";
import { type Outbound, RefusedAddress } from "../../src/foundation/outbound.ts";

const Descriptor = z.object({
  links: z
    .array(
      z
        .object({
          rel: z.string(),
          type: z.string().optional(),
          href: z.string().max(2_048).optional(),
          template: z.string().max(2_000).optional(),
        })
        .loose(),
    )
    .max(100),
});
export type Links = z.infer<typeof Descriptor>["links"];

/**
 * The links that an account's own server gives for `name@host`; null when it knows no such account. Over https; over plain
 * http only where https does not answer and the operator has named the address's range. Throws `Unreachable`.
 */
export async function askWebFinger(outbound: Outbound, account: string): Promise<Links | null> {
  const host = account.slice(account.lastIndexOf("@") + 1);
  const address = `${host}/.well-known/webfinger?resource=${encodeURIComponent(`acct:${account}`)}`;
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
  if (response.status >= 500 || response.status === 429) throw new Unreachable(`${host}: ${response.status}`);
  if (response.status !== 200) return null;
  return Descriptor.safeParse(jsonOf(response.body.toString("utf8"))).data?.links ?? null;
}
