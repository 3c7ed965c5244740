import type { MastodonApi } from "../support/mastodon-api.ts";
import type { TestSite } from "../support/site.ts";
import type { Visitor } from "./desk.ts";

/** The whole way in with an account of another server, as somebody goes who agrees; gives the answer that leads back. */
export async function comeIn(site: TestSite, browser: Visitor, api: MastodonApi, to = ""): Promise<Response> {
  const left = await browser.post("/sign-in", { account: `@alice@${api.host}`, back: to });
  const back = await api.answer(left.headers.get("location") ?? "", "yes");
  return browser.get(back.slice(site.origin.length));
}

/** The day in so many days. */
export const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
