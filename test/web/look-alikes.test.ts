import { afterAll, beforeAll, expect, test } from "vitest";
import { invent } from "../support/invented-hosts.ts";
import { peerWith } from "../support/known-hosts.ts";
import { startSite, type TestSite } from "../support/site.ts";

/** One that is what it says, one of the same name, and one whose name and domain only look like it: letters of another alphabet. */
const domains = ["rucher.example", "rucher-libre.example", "xn--ruher-9be.example"];
let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  for (const [at, domain] of domains.entries()) {
    const name = at === 2 ? "Lе Rucher" : "Le Rucher";
    const content = { title: "Le courriel", summary: "À essayer", needs: ["email"] };
    const profile = { name, capabilities: ["hosting" as const] };
    await invent(site.db, { name: domain.replace(".example", ""), profile, offers: [{ slug: "courriel", content }] });
    await peerWith(site.db, `https://${domain}`);
  }
});
afterAll(() => site[Symbol.asyncDispose]());

const keys = domains.map((domain) => `offer=${encodeURIComponent(`${domain}/courriel`)}`).join("&");
const pages = [
  "/directory",
  "/directory/map",
  `/directory/compare?${keys}`,
  "/directory/questions/results?need=email",
  `/directory/combination?need=email&${keys}`,
  "/directory/feed.atom",
  "/directory.csv",
  "/api/v1/directory",
  ...domains.map((domain) => `/directory/hosts/${domain}`),
  ...domains.map((domain) => `/directory/hosts/${domain}/offers/courriel`),
];

test.each(pages)("hosts of names that look alike are told apart by their domain, in ASCII, on %s", async (path) => {
  const response = await fetch(site.origin + path, { headers: { accept: "*/*", "accept-language": "fr" } });
  expect(response.status).toBe(200);
  const html = await response.text();
  // What people read: neither addresses in links nor values of forms.
  const text =
    path.startsWith("/directory/hosts/") || !html.startsWith("<!doctype") ? html : html.replaceAll(/<[^>]+>/g, " ");
  const shown = domains.filter((domain) => (path.startsWith("/directory/hosts/") ? path.includes(`/${domain}`) : true));
  for (const domain of shown) expect(text.split(/[^\w.-]+/)).toContain(domain);
});
