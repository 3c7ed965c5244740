import { expect, test } from "vitest";
import { fillCatalogue } from "../support/generated-catalogue.ts";
import { startSite } from "../support/site.ts";

const site = await startSite();
await fillCatalogue(site.db, { hosts: 30, offersEach: 3, now: new Date() });
await site.db.updateTable("catalogueHosts").set({ trust: 2 }).where("origin", "=", "https://host-1.example").execute();

const ask = async (query: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${site.origin}/api/v1/directory${query}`, { headers });
  return { status: response.status, link: response.headers.get("link"), body: await response.json() };
};

test("everybody may read the directory, page by page, with what else could be chosen", async () => {
  const first = await ask("?limit=20&sort=confirmed");
  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({ total: expect.any(Number), items: expect.any(Array), corrected: [] });
  expect(first.body.items).toHaveLength(20);
  expect(Object.keys(first.body.facets).sort()).toEqual([
    ...[
      "accompaniment",
      "audiences",
      "availability",
      "capabilities",
      "isolation",
      "joint",
      "languages",
      "needs",
      "software",
    ],
  ]);
  const actors = first.body.items.map((item: { offer: { actor: string } }) => item.offer.actor);
  for (let link = first.link; link !== null; ) {
    const next = new URL(link.slice(1, link.indexOf(">")));
    const page = await ask(next.search);
    actors.push(...page.body.items.map((item: { offer: { actor: string } }) => item.offer.actor));
    link = page.link;
  }
  expect([actors.length, new Set(actors).size]).toEqual([first.body.total, first.body.total]);
});

test("several values widen the search, several filters narrow it", async () => {
  const totalOf = async (query: string): Promise<number> => (await ask(query)).body.total;
  const [email, both] = [await totalOf("?need=email"), await totalOf("?need=email&need=website")];
  expect(both).toBeGreaterThanOrEqual(email);
  expect(await totalOf("?need=email&need=website&isolation=shared")).toBeLessThanOrEqual(both);
});

test.each([
  ["need=mail", "query.need", /email, mailing-list/],
  ["availability=full", "query.availability", /one of open, limited/],
  ["price_max=lots", "query.price_max", /an amount for a month/],
  ["gb=-1", "query.gb", /a whole number/],
  ["territory=Atlantis", "query.territory", /a postcode like 16000/],
  ["territory=Saint-Denis", "query.territory", /com:93066.*are called so/],
  ["territory=Vienne", "query.territory", /one place: .*dep:86.*are called so/],
  ["alternative_to=Foo", "query.alternative_to", /Google Docs/],
  ["isolation=both", "query.isolation", /one of dedicated, shared/],
  ["sort=size", "query.sort", /one of relevance, nearness, confirmed/],
  ["fresh=0", "query.fresh", /a whole number of days/],
  ["trust=none", "query.trust", /one of all, vouched/],
])("%s is refused: which part, and what would be understood", async (query, path, reason) => {
  const { status, body } = await ask(`?${query}`);
  expect({ status, body }).toMatchObject({ status: 400, body: { code: "query-invalid", errors: [{ path }] } });
  expect(body.errors[0].reason).toMatch(reason);
});

test("a cursor that is none of ours is refused", async () => {
  for (const cursor of ["zzz", "WzEsMl0", Buffer.from('[1,2,"3"]').toString("base64url")])
    expect(await ask(`?cursor=${cursor}`)).toMatchObject({ status: 400, body: { code: "cursor-unknown" } });
});

test("what nobody vouches for is for those who ask for it, as on the page", async () => {
  const from = (body: { items: readonly { origin: string }[] }) => body.items.map(({ origin }) => origin);
  expect(from((await ask("?limit=100")).body)).not.toContain("https://host-1.example");
  const all = await ask("?trust=all&limit=100");
  expect(all.body.items.filter(({ trust }: { trust: number }) => trust === 2)).not.toEqual([]);
  expect(from(all.body)).toContain("https://host-1.example");
});
