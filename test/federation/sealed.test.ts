import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actorIri } from "../../federation/addresses.ts";
import { signDraftCavage, signRfc9421 } from "../../federation/delivery/signatures.ts";
import { findDocument } from "../../federation/documents.ts";
import { asked, paper, partnership, received, referral } from "../support/between-hosts.ts";
import { alice, mallory, type Receiving, startReceiving } from "../support/receiving.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { newKey, showActor, startServer } from "../support/strangers.ts";

const accept = "application/activity+json";
const hour = 3_600_000;

/** Everything of which only one other server may know, one line each: how it comes about, and where it stands. */
const kinds = {
  partnership: async ({ db }: Pick<TestSite, "db">, _: string, other: string) =>
    relationship(await partnership(db, other)),
  "referral that we give": async ({ db }, _, other) => relationship(await referral(db, "giver", other)),
  asking: async ({ db }, _, other) => relationship(await asked(db, other)),
  "answer to an asking": async ({ db }, _, other) => relationship(await received(db, other)),
  "paper to be signed": async ({ db }, own, other) => `/ap/proposals/${(await paper(db, own, other)).id}`,
  "terms of it": async ({ db }, own, other) => `/ap/proposals/${(await paper(db, own, other)).id}/terms`,
} satisfies Record<string, (site: Pick<TestSite, "db">, own: string, other: string) => Promise<string>>;
type Kind = keyof typeof kinds;
const all = Object.keys(kinds) as Kind[];

const relationship = ({ id }: { readonly id: string }) => `/ap/relationships/${id}`;
/** Where nothing ever was. */
const absentLike = (path: string) => path.replace(/[0-9a-f-]{36}/, randomUUID());

describe("over the wire", () => {
  let site: TestSite;
  let own: string;
  beforeAll(async () => {
    site = await startSite();
    const host = await site.db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
    own = actorIri(site.origin, { id: host.id, kind: "host" });
  });
  afterAll(() => site[Symbol.asyncDispose]());

  async function between(kind: Kind) {
    const [server, elsewhere] = [await startServer(), await startServer()];
    const [hers, colleagues, theirs] = [newKey(), newKey(), newKey()];
    const other = { ...showActor(server, "autre", hers.pem, { type: "Organization" }), ...hers };
    const colleague = { ...showActor(server, "collegue", colleagues.pem), ...colleagues };
    const stranger = { ...showActor(elsewhere, "mallory", theirs.pem), ...theirs };
    const path = await kinds[kind](site, own, other.id);
    const [there, never] = [path, absentLike(path)].map((at) => site.origin + at) as [string, string];
    return { there, never, other, colleague, stranger };
  }

  async function ask(address: string, headers: Record<string, string> = {}, method = "GET") {
    const answer = await fetch(address, { method, headers: { accept, ...headers }, redirect: "manual" });
    const [asked = address] = /[0-9a-f-]{36}/.exec(address) ?? []; // a page may say which address it was asked for
    const fresh = ["date", "x-request-id", "connection", "keep-alive"];
    const kept = [...answer.headers].filter(([name]) => !fresh.includes(name));
    const body = (await answer.text()).replaceAll(asked, "…");
    return { status: answer.status, body, headers: Object.fromEntries(kept) };
  }

  const signers = [signDraftCavage, signRfc9421];
  /** The headers that a client sends by itself are not ours to give. */
  const signed = async (sign: (typeof signers)[number], what: Parameters<typeof signDraftCavage>[0]) => {
    const { host: _, ...headers } = await sign(what);
    return headers;
  };

  test.each(all)(
    "%s: the other server alone reads it, and nothing that it was given can be asked again with",
    async (kind) => {
      const { there, other, colleague } = await between(kind);
      for (const sign of signers) {
        const headers = await signed(sign, { method: "GET", url: there, ...other });
        const found = await ask(there, headers);
        expect(found.status).toBe(200);
        expect(found.headers).toMatchObject({
          "cache-control": "private, no-store",
          vary: expect.stringContaining("Signature"),
        });
        expect(found.headers).not.toHaveProperty("etag");
        const headed = await ask(there, await signed(sign, { method: "HEAD", url: there, ...other }), "HEAD");
        expect([headed.status, headed.body]).toEqual([200, ""]);
      }
      // Whoever is of its server speaks for it.
      expect(
        (await ask(there, await signed(signDraftCavage, { method: "GET", url: there, ...colleague }))).status,
      ).toBe(200);
      expect((await ask(there)).status).toBe(404); // nothing in between has kept it
    },
  );

  test.each(all)("%s: for everybody else it is what never was, however it is asked for", async (kind) => {
    const { there, never, other, colleague, stranger } = await between(kind);
    const now = Date.now();
    for (const sign of signers) {
      const by = (what: object, url = there, method = "GET") => signed(sign, { method, url, ...other, ...what });
      const wrong: Record<string, Record<string, string>> = {
        "a stranger's": await by(stranger),
        "another actor's key, in the name of the first": await by({ key: colleague.key }),
        "the first one's key, in the name of another": await by({ keyId: colleague.keyId }),
        "a stranger's key, in the name of the first": await by({ key: stranger.key }),
        "in our own name": await by({ keyId: `${site.origin}/ap/instance#main-key`, key: stranger.key }),
        "for another server": await by({}, there.replace("127.0.0.1", "autre.example")),
        "a key that nobody lists": await by({ keyId: `${other.id}#second-key` }),
        "an actor whose document is not there": await by({ keyId: `${other.id}x#main-key` }),
        "too old": await by({ now: new Date(now - 2 * hour) }),
        "of the future": await by({ now: new Date(now + hour) }),
        "for where nothing is": await by({}, never),
        "for a longer address": await by({}, `${there}?page=1`),
        "for another method": await by({}, there, "HEAD"),
        "with a part that is not covered": { ...(await by({})), date: new Date(now - 1_000).toUTCString() },
        "in two": { ...(await by({})), signature: 'keyId="x"' },
      };
      if (sign === signRfc9421) delete wrong["with a part that is not covered"]; // it covers no date
      expect((await ask(never)).status).toBe(404);
      for (const [what, headers] of Object.entries(wrong))
        expect(await ask(there, headers), what).toEqual(await ask(never, headers));
    }
  });

  test.each(all)("%s: no other form, method or condition tells more", async (kind) => {
    const { there, never, other } = await between(kind);
    const headers = await signed(signDraftCavage, { method: "GET", url: there, ...other });
    const { body } = await ask(there, headers);
    expect(body).not.toBe("");
    const forms = ["text/html", "application/json", "application/ld+json", "*/*", "", `${accept}, text/html`];
    const conditions = { "if-none-match": "*", "if-modified-since": new Date(0).toUTCString(), range: "bytes=0-1" };
    for (const form of forms)
      expect(await ask(there, { accept: form }), form).toEqual(await ask(never, { accept: form }));
    for (const [name, value] of Object.entries(conditions))
      expect(await ask(there, { [name]: value }), name).toEqual(await ask(never, { [name]: value }));
    for (const method of ["HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
      expect(await ask(there, {}, method), method).toEqual(await ask(never, {}, method));
    for (const more of ["?page=1", "?x", "/", "/x"])
      expect(await ask(there + more), more).toEqual(await ask(never + more));
  });
});

describe("behind the wire", () => {
  let site: Receiving;
  beforeAll(async () => {
    site = await startReceiving();
  });
  afterAll(() => site[Symbol.asyncDispose]());

  const statements = async (path: string, asker: string | null) => {
    site.counter.statements = 0;
    const found = await findDocument(site.reach.db, site.reach, path, async () => asker);
    return [found?.status ?? null, site.counter.statements] as const;
  };

  test.each(all)("%s: it is looked for as long as what never was", async (kind) => {
    const path = await kinds[kind](site, site.host, alice);
    const never = absentLike(path);
    expect((await statements(path, new URL(alice).origin))[0]).toBe(200);
    for (const asker of [null, new URL(mallory).origin])
      expect(await statements(path, asker), `asked by ${asker}`).toEqual([null, (await statements(never, asker))[1]]);
  });
});
