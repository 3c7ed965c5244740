import { eventually } from "../support/eventually.ts";
import type { FakeMastodon } from "../support/fake-mastodon.ts";
import type { MastodonApi } from "../support/mastodon-api.ts";
import type { TestSite } from "../support/site.ts";
import { type Visitor, visitor } from "./desk.ts";

/** The whole way in with an account of another server, as somebody goes who agrees; gives the answer that leads back. */
export async function comeIn(site: TestSite, browser: Visitor, api: MastodonApi, to = ""): Promise<Response> {
  const left = await browser.post("/sign-in", { account: `@alice@${api.host}`, back: to });
  const back = await api.answer(left.headers.get("location") ?? "", "yes");
  return browser.get(back.slice(site.origin.length));
}

/** Comes in as somebody whose server cannot be asked, by a code that they send to the account for requests. */
export async function comeInByMessage(site: TestSite, someone: FakeMastodon): Promise<Visitor> {
  const browser = visitor(site);
  await browser.post("/sign-in", { account: someone.handle, by: "message" });
  const page = await (await browser.get("/sign-in/code")).text();
  const code = /<span class="nowrap">(.*?)<\/span>/.exec(page)?.[1] ?? "";
  const intake = await someone.find(`demandes@${new URL(site.origin).host}`);
  const to = String(intake["id"]);
  await someone.mention(to, `<p><a href="${site.origin}/@demandes" class="u-url mention">@demandes</a> ${code}</p>`, {
    ...{ to: [to], cc: [] },
  });
  await eventually(async () => (await browser.post("/sign-in/code", {})).headers.get("location") === "/sign-in/you");
  return browser;
}

/** The day in so many days. */
export const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
