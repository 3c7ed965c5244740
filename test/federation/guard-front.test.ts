import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { Documents } from "../../federation/front/documents.ts";
import { openFront } from "../../federation/front/front.ts";
import { Refused } from "../../federation/guard/refused.ts";

const origin = "https://essaim.example";
const activityJson = { accept: "application/activity+json" };

async function startFront(render: (path: string) => Promise<Buffer | null> = async () => null, inbox = async () => {}) {
  const documents = new Documents(render);
  const reported: unknown[] = [];
  const application = (request: Request) => new Response(request.url);
  const server = openFront({ origin, documents, inbox, application, report: (error) => reported.push(error) });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { at: `http://127.0.0.1:${port}`, port, documents, reported };
}

/** Writes a request as it stands, and gives the whole answer. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(text));
    let got = "";
    socket.on("data", (chunk) => {
      got += chunk;
    });
    socket.on("close", () => resolve(got));
    socket.on("error", reject);
  });
}

test.each([
  ["/path?x=1", "127.0.0.1"],
  ["//other.example/path", "127.0.0.1"],
  ["///other.example/path", "127.0.0.1"],
  ["http://other.example/path", "127.0.0.1"],
  ["/", "other.example"],
  ["/@other.example", "other.example:99"],
])("the application sees our own origin, though the request says %s to %s", async (target, host) => {
  const { port } = await startFront();
  const answer = await raw(port, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  const seen = /https?:\/\/\S+/.exec(answer.split("\r\n\r\n")[1] ?? "")?.[0] ?? "";
  expect(new URL(seen).origin).toBe(origin);
});

test("a document goes out as bytes, and not again to who has it", async () => {
  const { at } = await startFront(async (path) => (path === "/ap/instance" ? Buffer.from('{"id":1}') : null));
  const first = await fetch(`${at}/ap/instance`, { headers: activityJson });
  expect(first.headers.get("content-type")).toBe("application/activity+json");
  expect(first.headers.get("vary")).toBe("Accept");
  expect(await first.json()).toEqual({ id: 1 });
  const etag = String(first.headers.get("etag"));
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await fetch(`${at}/ap/instance`, { headers: { ...activityJson, "if-none-match": known } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  }
  const head = await fetch(`${at}/ap/instance`, { method: "HEAD", headers: activityJson });
  expect([head.status, head.headers.get("content-length")]).toEqual([200, "8"]);
  expect(await (await fetch(`${at}/ap/instance`)).text()).toBe(`${origin}/ap/instance`);
});

test("what was made before a change is never kept after it", async () => {
  let state = "before";
  let finish: () => void = () => {};
  const documents = new Documents(async () => {
    const seen = state;
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return Buffer.from(seen);
  });
  const making = documents.make("/ap/instance");
  state = "after";
  documents.clear();
  finish();
  expect((await making)?.body.toString()).toBe("before");
  expect(documents.find("/ap/instance")).toBeNull();
});

test("every answer bears a request id, the caller's own if it is a sane one", async () => {
  const { at } = await startFront();
  const idOf = async (given: string) =>
    (await fetch(at, { headers: { "x-request-id": given } })).headers.get("x-request-id");
  expect(await idOf("0123456789abcdef")).toBe("0123456789abcdef");
  for (const given of ["x", "a".repeat(65), "<script>alert(1)</script>", "a b c d e f g h"]) {
    expect(await idOf(given)).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test("a refusal is answered as it says, a failure is reported and asks to come back", async () => {
  const post = async (inbox: () => Promise<void>) => {
    const front = await startFront(undefined, inbox);
    const { status, headers } = await fetch(`${front.at}/inbox`, { method: "POST", body: "{}" });
    return [status, headers.get("retry-after"), front.reported.length];
  };
  expect(await post(async () => {})).toEqual([202, null, 0]);
  expect(await post(() => Promise.reject(new Refused(202, "nobody")))).toEqual([202, null, 0]);
  expect(await post(() => Promise.reject(new Refused(401, "unsigned")))).toEqual([401, null, 0]);
  expect(await post(() => Promise.reject(new Refused(503, "away")))).toEqual([503, "300", 0]);
  expect(await post(() => Promise.reject(new Error("the disk is full")))).toEqual([503, "300", 1]);
});

test("a document that cannot be made for the moment is asked for again later", async () => {
  const { at, reported } = await startFront(() => Promise.reject(new Error("the database is away")));
  const { status, headers } = await fetch(`${at}/ap/instance`, { headers: activityJson });
  expect([status, headers.get("retry-after"), reported.length]).toEqual([503, "300", 1]);
});

test.each([
  ["TRACE / HTTP/1.1", 405],
  ["GET http://a:b@c/ HTTP/1.1", 200],
  ["GET /%00 HTTP/1.1", 400],
  ["GET /?a=%00 HTTP/1.1", 400],
  ["GET http://[/ HTTP/1.1", 400],
  ["OPTIONS * HTTP/1.1", 400],
])("%s is answered by %i", async (line, status) => {
  const { port, reported } = await startFront();
  const answer = await raw(port, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(reported).toEqual([]);
});
