import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signDraftCavage, signRfc9421 } from "../../federation/delivery/signatures.ts";
import { eventually } from "../support/eventually.ts";
import { startSite, type TestSite } from "../support/site.ts";
import {
  activity,
  actorAt,
  type Json,
  newKey,
  nothing,
  showActor,
  startServer,
  type,
  writingTo,
} from "../support/strangers.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const { post, say, like, heard } = writingTo(() => site);

test("honest activities of both schemes are heard", async () => {
  const server = await startServer();
  const { key, pem } = newKey();
  const alice = showActor(server, "alice", pem);
  for (const sign of [signDraftCavage, signRfc9421]) {
    const said = like(alice.id);
    expect((await say(said, { ...alice, key }, sign)).status).toBe(202);
    await eventually(() => heard(said.id));
  }
  expect(server.visits).toEqual(["/users/alice"]);
});

test("a key that stands in a document of its own is read there, once its actor lists it", async () => {
  const server = await startServer();
  const { key, pem } = newKey();
  const id = `${server.origin}/users/gts`;
  const keyId = `${id}/main-key`;
  server.show("/users/gts", activity(actorAt(server.origin, "gts", keyId)));
  server.show("/users/gts/main-key", activity({ id: keyId, owner: id, publicKeyPem: pem }));
  expect((await say(like(id), { keyId, key })).status).toBe(202);
});

test("a key of an address of its own, shown within its actor, proves its actor", async () => {
  const server = await startServer();
  const { key, pem } = newKey();
  const id = `${server.origin}/users/gts`;
  const keyId = `${id}/main-key`;
  server.show("/users/gts", activity(actorAt(server.origin, "gts", { id: keyId, owner: id, publicKeyPem: pem })));
  expect((await say(like(id), { keyId, key })).status).toBe(202);
});

test("forged key owner: a key document that names its own owner makes nobody speak for that owner", async () => {
  const server = await startServer();
  const [victims, mallory] = [newKey(), newKey()];
  const victim = showActor(server, "victim", victims.pem);
  // On the victim's own server, where anyone may upload a file, and on a server of the forger's.
  const elsewhere = await startServer();
  for (const { origin, show } of [server, elsewhere]) {
    const keyId = `${origin}/uploads/key`;
    show(
      "/uploads/key",
      activity({ id: keyId, type: "CryptographicKey", owner: victim.id, publicKeyPem: mallory.pem }),
    );
    const said = like(victim.id);
    for (const sign of [signDraftCavage, signRfc9421]) {
      expect((await say(said, { keyId, key: mallory.key }, sign)).status).toBe(401);
      expect((await say(said, { keyId: victim.keyId, key: mallory.key }, sign)).status).toBe(401);
    }
    expect(await heard(said.id)).toBe(false);
  }
});

test("forged key owner: an actor that lists another's key, or another as its key's owner, speaks for nobody", async () => {
  const server = await startServer();
  const mallory = newKey();
  const victim = showActor(server, "victim", newKey().pem);
  const id = `${server.origin}/users/mallory`;
  const keyId = `${id}#main-key`;
  server.show(
    "/users/mallory",
    activity(actorAt(server.origin, "mallory", { id: keyId, owner: victim.id, publicKeyPem: mallory.pem })),
  );
  expect((await say(like(id), { keyId, key: mallory.key })).status).toBe(401);
  expect((await say(like(victim.id), { keyId, key: mallory.key })).status).toBe(401);
});

test("a document that names another id than its address is nobody's", async () => {
  const server = await startServer();
  const { key, pem } = newKey();
  const victim = `${server.origin}/users/victim`;
  const keyId = `${victim}#main-key`;
  server.show(
    "/users/mallory",
    activity(actorAt(server.origin, "victim", { id: keyId, owner: victim, publicKeyPem: pem })),
  );
  expect((await say(like(`${server.origin}/users/mallory`), { keyId, key })).status).toBe(401);
});

test("while the key cannot be had, the sender is asked to come back", async () => {
  const server = await startServer();
  server.show("/users/away", nothing(503));
  const id = `${server.origin}/users/away`;
  const { status, headers, body } = await say(like(id), { keyId: `${id}#main-key`, key: newKey().key });
  expect([status, headers["retry-after"], headers["content-type"]]).toEqual([503, "300", "application/problem+json"]);
  expect(JSON.parse(body)).toMatchObject({ status: 503 });
});

test.each([404, 410])(
  "the leave of someone we never knew, answered by %i, is taken note of without effect",
  async (status) => {
    const server = await startServer();
    server.show("/users/stranger", nothing(status));
    const id = `${server.origin}/users/stranger`;
    const said = { id: `${id}#delete`, type: "Delete", actor: id, object: id };
    expect((await say(said, { keyId: `${id}#main-key`, key: newKey().key })).status).toBe(202);
    expect(await heard(said.id)).toBe(false);
    expect((await say(like(id), { keyId: `${id}#main-key`, key: newKey().key })).status).toBe(401);
  },
);

test("someone we knew, whose document is not to be had any more, can only leave with the key we knew", async () => {
  const server = await startServer();
  const { key, pem } = newKey();
  const id = `${server.origin}/users/leaving`;
  const keyId = `${id}#main-key`;
  server.show("/users/leaving", nothing(404));
  const twoHoursAgo = new Date(Date.now() - 7_200_000);
  await site.db
    .insertInto("remoteActors")
    .values({ id, type: "Person", inbox: `${id}/inbox`, keyId, keyPem: pem, fetched: twoHoursAgo })
    .execute();
  const said = { id: `${id}#delete`, type: "Delete", actor: id, object: id };
  expect((await say(said, { keyId, key: newKey().key })).status).toBe(401);
  expect(await heard(said.id)).toBe(false);
  expect((await say(said, { keyId, key })).status).toBe(202);
  await eventually(() => heard(said.id));
});

test.each<[string, Json | string]>([
  ["a name with NUL", { name: "a\u0000b" }],
  ["half a character", { name: "\ud800" }],
  ["an inbox elsewhere", { inbox: "https://example.org/inbox" }],
  ["no inbox", { inbox: undefined }],
  ["depth without end", `{"a":${"[".repeat(100_000)}`],
  ["a list", "[]"],
])("an actor's document with %s makes its activity refused, and breaks nothing", async (what, more) => {
  const server = await startServer();
  const { key, pem } = newKey();
  const name = what.replaceAll(/[^a-z]/g, "");
  const actor = showActor(server, name, pem, typeof more === "string" ? {} : more);
  if (typeof more === "string")
    server.show(`/users/${name}`, { status: 200, type: "application/activity+json", body: more });
  expect((await say(like(actor.id), { ...actor, key })).status).toBe(401);
});

test("an actor inside our network is never asked", async () => {
  const id = "http://10.0.0.1/users/alice";
  expect((await say(like(id), { keyId: `${id}#main-key`, key: newKey().key })).status).toBe(401);
});

test("an unsigned activity is refused with a problem that says so", async () => {
  const { status, headers, body } = await post(JSON.stringify(like("http://127.0.0.1:1/users/a")), type);
  expect([status, headers["content-type"]]).toEqual([401, "application/problem+json"]);
  expect(JSON.parse(body)).toMatchObject({ type: "about:blank", status: 401, title: "Unauthorized" });
  expect(headers["x-request-id"]).toMatch(/^[\w-]{8,64}$/);
});

test("the rules of form are those of the front too", async () => {
  const body = JSON.stringify(like("http://127.0.0.1:1/users/a"));
  expect((await post(body, { "content-type": "application/json" })).status).toBe(415);
  expect((await post(body, { ...type, "content-encoding": "gzip" })).status).toBe(415);
  expect((await post(body, { ...type, host: "other.example" })).status).toBe(421);
  expect((await post("{", type)).status).toBe(400);
  expect((await post(Buffer.from([0xff]), type)).status).toBe(400);
});

test("bytes are counted, whatever is said of their number", async () => {
  expect((await post(Buffer.alloc(300_000, 32), type)).status).toBe(413);
  expect(
    (await post(Buffer.alloc(300_000, 32), { ...type, "transfer-encoding": "chunked" }, "/inbox", true)).status,
  ).toBe(413);
});

/** Writes bytes as they stand, and gives the first line of the answer. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(site.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let got = "";
    socket.on("data", (chunk) => {
      got += chunk;
      if (got.includes("\r\n\r\n")) socket.end();
    });
    socket.on("close", () => resolve(got));
    socket.on("error", reject);
  });
}

test("a sender that never ends is answered after ten seconds, and others meanwhile", async () => {
  const { host } = new URL(site.origin);
  const slow = raw(
    `POST /inbox HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/activity+json\r\nContent-Length: 1000\r\n\r\n{`,
  );
  expect((await post("{", type)).status).toBe(400);
  expect(await slow).toMatch(/^HTTP\/1\.1 408 /);
});

test("the site builds no address from what a request says", async () => {
  const { host } = new URL(site.origin);
  for (const target of [
    "//evil.example/@la_pomme",
    "http://evil.example/@la_pomme",
    "/\\evil.example/",
    "///evil.example",
  ]) {
    const answer = await raw(
      `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
    );
    expect(answer, target).toMatch(/^HTTP\/1\.1 [234]/);
    expect(answer.toLowerCase().split("\r\n\r\n")[0], target).not.toContain("//evil.example");
  }
  const page = await raw(
    `GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
  );
  expect(page).not.toContain("evil.example");
});
