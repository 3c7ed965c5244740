import type { TestSite } from "../support/site.ts";
import { type Visitor, visitor } from "./desk.ts";

/** What a registration says, where no mail is set up. */
export const registered = {
  name: "Le Fil à linge",
  presentation: "Une laverie partagée, à Villeurbanne.",
  email: "lin@fil.example",
  password: "quatre cordes bien tendues",
};

/** The hidden fields of the form of a page. */
export async function hiddenOn(browser: Visitor, path: string): Promise<Record<string, string>> {
  const html = await (await browser.get(path)).text();
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, value.replaceAll("&amp;", "&")]));
}

/** Fills in the registration as a person does, who takes a few seconds; the answer of the site. */
export async function registerOn(
  site: TestSite,
  more: Readonly<Partial<typeof registered>> = {},
  browser: Visitor = visitor(site),
): Promise<{ readonly browser: Visitor; readonly answer: Response }> {
  const hidden = await hiddenOn(browser, "/association/new");
  await new Promise((resolve) => setTimeout(resolve, 3_100));
  const answer = await browser.post("/association/new", { ...registered, ...more, form: hidden["form"] ?? "" });
  return { browser, answer };
}

/** The id of an association, by its name. */
export async function idOf(site: Pick<TestSite, "db">, name: string): Promise<string> {
  const row = await site.db.selectFrom("associations").select("id").where("name", "=", name).executeTakeFirstOrThrow();
  return row.id;
}

/** An association that the host has accepted, and a browser of its member. */
export async function acceptedOn(site: TestSite, more: Readonly<Partial<typeof registered>> = {}): Promise<Visitor> {
  const { browser } = await registerOn(site, more);
  await site.db
    .updateTable("associations")
    .set({ state: "approved" })
    .where("name", "=", more.name ?? registered.name)
    .execute();
  return browser;
}
