import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emitted, everythingSaid } from "../support/emitted.ts";
import { type Federated, sentBy, startFederated } from "../support/federated.ts";

type Json = Record<string, unknown>;

let site: Federated;
let said: readonly Emitted[];
beforeAll(async () => {
  site = await startFederated();
  said = await everythingSaid(site);
});
afterAll(() => site[Symbol.asyncDispose]());

const everyone = "https://www.w3.org/ns/activitystreams#Public";
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Each thing with a type in a document, however deep; contexts are no things. */
function thingsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(thingsIn);
  if (!isObject(value)) return [];
  const inner = Object.entries(value).flatMap(([key, field]) => (key === "@context" ? [] : thingsIn(field)));
  return typeof value["type"] === "undefined" ? inner : [value, ...inner];
}
function eachThing(types: readonly string[], check: (thing: Json, where: string) => void): void {
  const found = said.flatMap(({ document, where }) => thingsIn(document).map((thing) => ({ thing, where })));
  const wanted = found.filter(({ thing }) => types.includes(String(thing["type"])));
  expect(wanted.length, `no ${types.join(" or ")} was said`).toBeGreaterThan(0);
  for (const { thing, where } of wanted) check(thing, where);
}
/** Notes and questions; the options of a question are no notes of their own. */
const eachNote = (check: (note: Json, where: string) => void) =>
  eachThing(["Note", "Question"], (thing, where) => thing["id"] === undefined || check(thing, where));
const actorTypes = ["Application", "Organization", "Service"];
/** Actors, but for the short mention of the software as a generator. */
function eachActor(check: (actor: Json, where: string) => void): void {
  eachThing(actorTypes, (thing, where) => thing["id"] === undefined || check(thing, where));
}
const list = (value: unknown): Json[] => value as Json[];
const fieldsOf = (actor: Json) => list(actor["attachment"]).filter(({ type }) => type === "PropertyValue");
const originOf = (url: unknown) => new URL(String(url)).origin;
const activities = ["Create", "Update", "Announce", "Delete", "Follow", "Undo", "Accept"];

test("everything is there: each kind of document and activity", () => {
  const types = new Set(said.map(({ document }) => document["type"]));
  const wanted = [
    ...activities,
    ...actorTypes,
    "Note",
    "Question",
    "Proposal",
    "Tombstone",
    "OrderedCollection",
    "OrderedCollectionPage",
  ];
  expect([...types].sort()).toEqual(wanted.sort());
});

test("R1: a type is one string, and public posts are Notes or Questions", () => {
  for (const { document, where } of said) {
    for (const thing of thingsIn(document)) expect(typeof thing["type"], where).toBe("string");
    if (document["type"] === "Create") expect((document["object"] as Json)["type"]).toMatch(/^(Note|Question)$/);
  }
});

test("R2: a Note has no name", () => {
  eachNote((note, where) => expect(note, where).not.toHaveProperty("name"));
});

test("R3: a Note has its text as a string and by language", () => {
  eachNote((note, where) => {
    expect(typeof note["content"], where).toBe("string");
    expect(note["contentMap"], where).toEqual({ fr: note["content"] });
  });
});

test("R4: a Note carries nothing but pictures and documents", () => {
  eachNote((note, where) => {
    for (const { type, url } of list(note["attachment"] ?? [])) {
      expect(["Image", "Video", "Audio", "Document"], where).toContain(type);
      expect(url).toBeDefined();
    }
  });
});

test("R5: no Link among the tags of a Note", () => {
  eachNote((note, where) =>
    expect(
      list(note["tag"]).map(({ type }) => type),
      where,
    ).not.toContain("Link"),
  );
});

test("R6: a Note's page and author are on the host of its id", () => {
  eachNote((note, where) => {
    expect(originOf(note["url"]), where).toBe(originOf(note["id"]));
    expect(originOf(note["attributedTo"]), where).toBe(originOf(note["id"]));
  });
  eachActor((actor, where) => expect(originOf(actor["url"]), where).toBe(originOf(actor["id"])));
});

test("R7: every person who is addressed is also mentioned", () => {
  eachNote((note, where) => {
    const addressed = [...list(note["to"]), ...list(note["cc"])].map(String);
    const people = addressed.filter((id) => id !== everyone && !id.endsWith("/followers"));
    const mentioned = list(note["tag"])
      .filter(({ type }) => type === "Mention")
      .map(({ href }) => href);
    expect(mentioned.sort(), where).toEqual(people.sort());
  });
});

test("R8: news are public, and answer nobody; an answer is beside the public, or private where the question was", () => {
  let answers = 0;
  eachNote((note, where) => {
    const asked = note["inReplyTo"];
    if (asked === undefined) return expect(note["to"], where).toEqual([everyone]);
    answers += 1;
    expect(note["to"], where).toEqual(["https://social.example/users/alice"]);
    expect(note["cc"], where).toEqual(String(asked).endsWith("/public") ? [everyone] : []);
  });
  expect(answers).toBeGreaterThanOrEqual(4);
});

test("R9: the first plain link of a Note is a page of this site", () => {
  eachNote((note, where) => {
    const plain = [...String(note["content"]).matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href);
    if (plain.length > 0) expect(plain[0], where).toMatch(/^https:\/\/hote-a\.example\/(offers\/|funding\/|@)/);
  });
});

test("R10: a hashtag is a tag and an anchor, of letters, digits and underscores", () => {
  eachNote((note, where) => {
    const tags = list(note["tag"]).filter(({ type }) => type === "Hashtag");
    for (const { name, href } of tags) {
      expect(String(name), where).toMatch(/^#[\p{L}\p{N}_]+$/u);
      expect(String(note["content"]), where).toContain(`<a href="${href}" class="mention hashtag" rel="tag">`);
    }
    expect(String(note["content"]).match(/rel="tag"/g)?.length ?? 0, where).toBe(tags.length);
  });
});

test("R11: nothing was edited before it was said, and each edit is later than the one before", () => {
  const seen = new Map<unknown, number>();
  eachNote((note, where) => {
    const [published, updated] = [note["published"], note["updated"] ?? note["published"]].map((at) =>
      Date.parse(String(at)),
    );
    expect(updated, where).toBeGreaterThanOrEqual(Number(published));
  });
  for (const { document, delivered } of said) {
    if (!delivered || document["type"] !== "Update" || (document["object"] as Json)["type"] !== "Note") continue;
    const { id, updated } = document["object"] as Json;
    const at = Date.parse(String(updated));
    expect(at).toBeGreaterThan(seen.get(id) ?? 0);
    seen.set(id, at);
  }
  expect(seen.size).toBeGreaterThan(1);
});

test("R12: the options of a poll never change", () => {
  const options = new Map<unknown, unknown[]>();
  eachThing(["Question"], ({ id, oneOf }) => {
    const names = list(oneOf).map(({ name }) => name);
    expect(options.get(id) ?? names).toEqual(names);
    options.set(id, names);
  });
  const edited = said.filter(({ document }) => document["type"] === "Update" && isObject(document["object"]));
  expect(edited.map(({ document }) => (document["object"] as Json)["type"])).not.toContain("Question");
});

test("R13: lists are lists even of one, the public is named in full, profiles have a line at least", () => {
  for (const { document, where } of said) {
    for (const thing of thingsIn(document)) {
      for (const key of [
        "attachment",
        "tag",
        "to",
        "cc",
        "alsoKnownAs",
        "orderedItems",
        "streams",
        "assertionMethod",
      ]) {
        if (thing[key] !== undefined) expect(Array.isArray(thing[key]), `${where}: ${key}`).toBe(true);
      }
    }
    expect(JSON.stringify(document), where).not.toMatch(/"(as:)?Public"/);
  }
  eachActor((actor, where) => expect(fieldsOf(actor).length, where).toBeGreaterThanOrEqual(1));
});

test("R14: an actor's collections, inbox and key are on its host; names and summaries are within bounds", () => {
  eachActor((actor, where) => {
    const { inbox, outbox, followers, following, featured, featuredTags, endpoints, publicKey } = actor;
    const { sharedInbox } = endpoints as Json;
    const { id: key, owner } = publicKey as Json;
    for (const address of [inbox, outbox, followers, following, featured, featuredTags, sharedInbox, key]) {
      expect(originOf(address), where).toBe(originOf(actor["id"]));
    }
    expect(owner).toBe(actor["id"]);
    expect(String(actor["preferredUsername"])).toMatch(/^[a-z0-9_]{1,30}$/);
    expect(String(actor["name"]).length).toBeLessThanOrEqual(128);
    expect(String(actor["summary"]).length).toBeLessThanOrEqual(2_048);
  });
});

test("R15: no actor is a Group, which would show private messages to its followers", () => {
  expect(said.flatMap(({ document }) => thingsIn(document)).filter(({ type }) => type === "Group")).toEqual([]);
});

test("R16: whoever speaks has one Note pinned, and a flip is a new Note", () => {
  const featured = said.filter(({ where }) => where.endsWith("/featured"));
  expect(featured.length).toBeGreaterThan(3);
  // The instance says nothing to people, and the intake only answers.
  const intake = said.find(({ document }) => document["preferredUsername"] === "demandes")?.document["featured"];
  const silent = ({ document, where }: (typeof said)[number]) =>
    where.includes("/ap/instance/") || document["id"] === intake;
  expect(featured.filter(silent)).toHaveLength(2);
  for (const one of featured) expect(one.document["totalItems"], one.where).toBe(silent(one) ? 0 : 1);
  const flips = said.filter(({ document, delivered }) => delivered && document["type"] === "Create");
  expect(new Set(flips.map(({ document }) => (document["object"] as Json)["id"])).size).toBe(flips.length);
});

test("R17: no types but those that everyone knows", () => {
  const known = [
    ...activities,
    ...actorTypes,
    ..."Note Question Collection Proposal Intent om2:Measure Tombstone OrderedCollection OrderedCollectionPage".split(
      " ",
    ),
    ..."PropertyValue Link Hashtag Mention Image Place CryptographicKey Multikey".split(" "),
  ];
  for (const { document, where } of said) {
    for (const { type } of thingsIn(document)) expect(known, where).toContain(type);
  }
});

test("R18: other instances get the address of a proposal, not a copy", () => {
  const delivered = said.filter((one) => one.delivered).map(({ document }) => document);
  expect(delivered.flatMap(thingsIn).filter(({ type }) => type === "Proposal")).toEqual([]);
  expect(delivered.some(({ type, object }) => type === "Announce" && String(object).includes("/ap/proposals/"))).toBe(
    true,
  );
});

test("R19: our own terms stand in the document; its shape is plain", () => {
  const fetched = [
    "https://www.w3.org/ns/activitystreams",
    "https://w3id.org/security/v1",
    "https://w3id.org/security/multikey/v1",
    "https://w3id.org/security/data-integrity/v1",
    "https://gotosocial.org/ns",
  ];
  for (const { document, where } of said) {
    const contexts = [document["@context"]].flat();
    expect(JSON.stringify(contexts), where).toContain('"https://www.w3.org/ns/activitystreams"');
    for (const context of contexts) if (typeof context === "string") expect(fetched, where).toContain(context);
    expect(JSON.stringify(document), where).not.toMatch(/@graph|@included|@reverse/);
  }
});

test("R20: everyone may quote our Notes and feature our accounts; nobody quotes what is between two", () => {
  const policy = { automaticApproval: everyone };
  eachNote((note, where) => {
    const open = [...list(note["to"]), ...list(note["cc"])].map(String).includes(everyone);
    const canQuote = open ? policy : { automaticApproval: note["attributedTo"] };
    expect(note["interactionPolicy"], where).toEqual({ canQuote });
  });
  eachThing(["Organization", "Service"], (actor, where) => {
    expect(actor["interactionPolicy"], where).toEqual({ canFeature: policy });
  });
});

test("R21: the answer to a Follow carries the Follow", () => {
  const answers = said.filter(({ document }) => ["Accept", "Reject"].includes(String(document["type"])));
  expect(answers.length).toBeGreaterThan(0);
  for (const { document } of answers) {
    expect(document["object"]).toMatchObject({
      id: expect.any(String),
      type: "Follow",
      actor: expect.any(String),
      object: document["actor"],
    });
  }
});

test("R22: activities have paths of their own, without a fragment; the public ones can be fetched as they were sent", async () => {
  for (const { document, delivered, open, where } of said) {
    if (!delivered) continue;
    expect(String(document["id"]), where).toMatch(/^https:\/\/hote-a\.example\/ap\/activities\/[0-9a-f-]{36}$/);
    if (where === "delivered Accept") continue;
    const response = await site.get(new URL(String(document["id"])).pathname);
    expect(response === null ? null : await response.json(), where).toEqual(open ? document : null);
  }
  const ids = said.filter(({ delivered }) => delivered).map(({ document }) => document["id"]);
  expect(new Set(ids).size).toBe(ids.length);
});

test("R23: whatever refers to an actor of ours does so by its permanent address", () => {
  for (const { document, where } of said) {
    for (const { actor, attributedTo } of thingsIn(document)) {
      for (const id of [actor, attributedTo]) {
        if (id !== undefined)
          expect(String(id), where).toMatch(/^https:\/\/[^/]+\/(ap\/(instance|actors\/[0-9a-f-]{36})|users\/alice)$/);
      }
    }
  }
});

test("R24: changes of followers are told to nobody, and nothing is delivered to ourselves", async () => {
  for (const { document } of await sentBy(site.db)) expect(String(document.object)).not.toMatch(/\/followers$/);
  const { sql } = await import("kysely");
  const { rows } = await sql<{ inbox: string }>`
    select payload->>'inbox' as inbox from graphile_worker._private_jobs where payload->>'inbox' is not null`.execute(
    site.db,
  );
  expect(rows.filter(({ inbox }) => originOf(inbox) === site.origin)).toEqual([]);
});

test("R25, R26: what signatures need stands in each actor: an RSA key of its own, for those who fetch it unsigned", async () => {
  const keys = new Set<unknown>();
  eachActor((actor) => {
    const { id, publicKeyPem } = actor["publicKey"] as Json;
    expect(id).toBe(`${actor["id"]}#main-key`);
    expect(String(publicKeyPem)).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    keys.add(publicKeyPem);
  });
  expect(keys.size).toBeGreaterThan(3);
  expect((await site.get("/ap/instance"))?.status).toBe(200);
});
