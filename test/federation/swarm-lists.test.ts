import { describe, expect, test } from "vitest";
import { type Shown, VisitFailed } from "../../federation/swarm/asking.ts";
import { type Page, pagesFrom } from "../../federation/swarm/pages.ts";
import { readEntry, readListPage, readSummary } from "../../federation/vocabulary/digest.ts";
import { budget } from "../../src/catalogue/gossip.ts";
import { hashOf } from "../../src/catalogue/held.ts";
import { fillWithOffers } from "../support/catalogue.ts";
import { type Federated, open, say, startFederated, withOffer } from "../support/federated.ts";

const read = async (site: Federated, address: string) =>
  (await site.get(address.replace(site.origin, ""), "application/json"))?.json();

describe("what an instance shows other instances", () => {
  test("its actor leads to: the versions of what it publishes, with one hash over all, and data sheets", async () => {
    await using site = await startFederated();
    const offer = await withOffer(site);
    const { attachment } = await read(site, "/ap/instance");
    const hrefOf = (rel: string) => attachment.find((link: { rel?: string[] }) => link.rel?.[0]?.endsWith(rel)).href;
    const summary = readSummary(await read(site, hrefOf("#digest")));
    const page = readListPage(await read(site, summary?.first ?? ""));
    const entries = (page?.items ?? []).flatMap((item) => readEntry(item) ?? []);
    expect(entries).toEqual([{ kind: "offer", id: `${site.origin}/ap/actors/${offer.id}`, version: "2.0" }]);
    const hash = hashOf(new Map(entries.map(({ id, version }) => [id, version])));
    expect(summary?.kinds).toEqual({ offer: { total: 1, hash } });
    await say(site, open);
    expect(readSummary(await read(site, hrefOf("#digest")))?.kinds["offer"]?.hash).not.toBe(hash);
    expect(await read(site, hrefOf("#sheets"))).toMatchObject({
      items: [
        { actor: entries[0]?.id, slug: "nextcloud", version: "2.1", offer: { tiers: [{ price: { amount: "24" } }] } },
      ],
    });
  });

  test("costs nothing to ask again while it is the same", async () => {
    await using site = await startFederated();
    await withOffer(site);
    const etag = (await site.get("/ap/instance/digest"))?.headers.get("etag") ?? "";
    const again = new Request(`${site.origin}/ap/instance/digest`, { headers: { "if-none-match": etag } });
    expect((await site.fetch(again))?.status).toBe(304);
    await say(site, open);
    expect((await site.fetch(again))?.status).toBe(200);
  });

  test("comes in pages, each offer once, and some offers by name", async () => {
    await using site = await startFederated();
    await site.setUp();
    await fillWithOffers(site, 230);
    const slugs: string[] = [];
    for (let at: string | null = `${site.origin}/ap/instance/sheets`; at !== null; ) {
      const page = readListPage(await read(site, at));
      expect(page?.items.length).toBeLessThanOrEqual(100);
      slugs.push(...(page?.items ?? []).map((item) => (item as { slug: string }).slug));
      at = page?.next ?? null;
    }
    expect(new Set(slugs).size).toBe(230);
    expect(slugs).toHaveLength(230);
    const { first } = await read(site, "/ap/instance/digest");
    const [one, other] = (await read(site, first)).items as { id: string }[];
    const query = new URLSearchParams([one, other].map((entry) => ["id", entry?.id ?? ""]));
    const named = await read(site, `/ap/instance/sheets?${query}&id=https%3A%2F%2Failleurs.example%2F1`);
    expect(named.items.map(({ actor }: { actor: string }) => actor)).toEqual([one?.id, other?.id]);
    expect(named).not.toHaveProperty("next");
    expect(await read(site, "/ap/instance/sheets?after=x")).toBeUndefined();
    expect(await read(site, "/ap/instance/digest?page=x")).toBeUndefined();
  });

  test("lists the hosts that are known and not those that are candidates, hidden or blocked", async () => {
    await using site = await startFederated();
    await withOffer(site);
    const states = { a: "known", b: "candidate", c: "hidden", d: "known" };
    for (const [name, state] of Object.entries(states)) {
      const origin = `https://${name}.example`;
      await site.db.insertInto("instances").values({ origin, source: "named", state }).execute();
      const said = { handle: "h", url: origin, profile: "{}", asked: new Date(), confirmed: new Date() };
      await site.db
        .insertInto("catalogueHosts")
        .values({ ...said, actor: `${origin}/h`, origin, trust: name === "b" ? 1 : 2 })
        .execute();
    }
    await site.db.insertInto("blocks").values({ id: crypto.randomUUID(), domain: "d.example" }).execute();
    const { orderedItems, totalItems } = await read(site, "/ap/instance/directory");
    expect(orderedItems.slice(1)).toEqual(["https://a.example/h"]);
    expect(totalItems).toBe(2);
    expect((await read(site, "/ap/instance/directory?page=1")).orderedItems).toEqual(orderedItems);
  });
});

describe("a list of another instance", () => {
  /** An instance whose pages lead on as `nextOf` says. */
  const listing = (nextOf: (page: number) => string | null) => {
    const asked: string[] = [];
    const ask = async (url: string): Promise<Shown> => {
      asked.push(url);
      return { kind: "found", json: { items: [url], next: nextOf(Number(new URL(url).searchParams.get("page"))) } };
    };
    const walk = async () => {
      for await (const _ of pagesFrom({ ask }, { origin, from: `${origin}?page=1` }, (json) => json as Page));
    };
    return { asked, walk };
  };
  const origin = "https://hote-b.example/list";
  const failure = (problem: string) => expect.objectContaining({ name: "VisitFailed", problem });

  test("that leads back to where it was ends", async () => {
    const { asked, walk } = listing((page) => `${origin}?page=${page === 3 ? 1 : page + 1}`);
    await expect(walk()).rejects.toEqual(failure("endless"));
    expect(asked).toHaveLength(3);
  });

  test("that never ends does", async () => {
    const { asked, walk } = listing((page) => `${origin}?page=${page + 1}`);
    await expect(walk()).rejects.toBeInstanceOf(VisitFailed);
    expect(asked).toHaveLength(budget.pages);
  });

  test("that leads elsewhere is not followed", async () => {
    const { asked, walk } = listing(() => "https://victime.example/list?page=1");
    await expect(walk()).rejects.toEqual(failure("lies-about-origin"));
    expect(asked).toHaveLength(1);
  });
});
