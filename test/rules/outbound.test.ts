import type { LookupAddress } from "node:dns";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { addressesWithin, isPublicAddress } from "../../src/foundation/address-ranges.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import type { Resolve } from "../../src/foundation/guarded-dispatcher.ts";
import { openOutbound, RefusedAddress } from "../../src/foundation/outbound.ts";

const loopback = ["127.0.0.0/8"];

const resolving = (names: Record<string, readonly string[]>) =>
  ((host: string, _options: unknown, done: (error: Error | null, found: LookupAddress[]) => void) =>
    done(
      null,
      (names[host] ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    )) as Resolve;

function open(ranges: readonly string[], names?: Record<string, readonly string[]>) {
  const resolve = names && resolving(names);
  const outbound = openOutbound({ ranges, origin: "https://essaim.example", ...(resolve && { resolve }) });
  onTestFinished(() => outbound.close());
  return outbound;
}

/** A server on loopback, and how often anyone came. */
async function serve(listener: RequestListener): Promise<{ origin: string; port: number; visits: () => number }> {
  let visits = 0;
  const server = createServer((request, response) => {
    visits++;
    listener(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, visits: () => visits };
}

test("public addresses are those that anyone on the internet may have", () => {
  for (const address of ["1.1.1.1", "185.15.58.224", "2606:4700::1111", "::ffff:1.1.1.1"]) {
    expect(isPublicAddress(address), address).toBe(true);
  }
  const inside =
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 224.0.0.1 240.0.0.1";
  const inside6 =
    "::1 :: ::7f00:1 ::ffff:10.0.0.1 fe80::1 fc00::1 fec0::1 64:ff9b::a00:1 2002:a00:1:: 2001::1 2001:db8::1";
  for (const address of [...inside.split(" "), ...inside6.split(" "), "example.org", ""]) {
    expect(isPublicAddress(address), address).toBe(false);
  }
});

test("an operator's range holds its addresses however they are written, and no others", () => {
  const within = addressesWithin(["10.0.0.0/8", "fd00::/8"]);
  for (const address of ["10.1.2.3", "::ffff:10.1.2.3", "fd12::1"]) expect(within(address), address).toBe(true);
  for (const address of ["11.0.0.1", "::1", "1.1.1.1", "ten"]) expect(within(address), address).toBe(false);
});

test.each([
  "http://127.0.0.1/",
  "https://127.0.0.1/",
  "https://10.0.0.1/",
  "https://[::1]/",
  "https://[::ffff:10.0.0.1]/",
  "https://[::7f00:1]/",
  "https://2130706433/",
  "https://0177.0.0.1/",
  "https://0x7f.1/",
  "https://127.1/",
  "https://127.0.0.1./",
  "https://localhost/",
  "http://1.1.1.1/",
  "https://1.1.1.1:8443/",
  "ftp://example.org/",
  "file:///etc/hostname",
  "https://name:secret@example.org/",
  "nonsense",
])("nobody brings us to %s", async (url) => {
  await expect(open([]).request(url)).rejects.toThrow(RefusedAddress);
});

test("names that lead inside are refused, also when only one of their answers does", async () => {
  const outbound = open([], {
    inside: ["10.0.0.1"],
    half: ["1.1.1.1", "127.0.0.1"],
    mapped: ["::ffff:127.0.0.1"],
    nowhere: [],
  });
  for (const host of ["inside", "half", "mapped", "nowhere"]) {
    await expect(outbound.request(`https://${host}/`), host).rejects.toThrow(RefusedAddress);
    await expect(outbound.request(`https://${host}/`, { method: "POST", body: "{}" }), host).rejects.toThrow(
      RefusedAddress,
    );
    await expect(fetch(`https://${host}/`), host).rejects.toThrow();
  }
});

test("an operator's range opens plain http to itself, not to public servers", async () => {
  const { port, visits } = await serve((_request, response) => response.end("ok"));
  const outbound = open(loopback, { ours: ["127.0.0.1"], public: ["1.1.1.1"], both: ["127.0.0.1", "1.1.1.1"] });
  expect((await outbound.request(`http://ours:${port}/`)).body.toString()).toBe("ok");
  await expect(outbound.request(`http://public:${port}/`)).rejects.toThrow(RefusedAddress);
  await expect(outbound.request(`https://public:${port}/`)).rejects.toThrow(RefusedAddress);
  await expect(outbound.request(`http://both:${port}/`)).rejects.toThrow(RefusedAddress);
  await expect(outbound.request(`http://1.1.1.1:${port}/`)).rejects.toThrow(RefusedAddress);
  expect(visits()).toBe(1);
});

test("a redirect leads no further than a request would", async () => {
  const hidden = await serve((_request, response) => response.end("secret"));
  const { origin } = await serve((_request, response) => {
    response.writeHead(302, { location: `http://127.0.0.2:${hidden.port}/` }).end();
  });
  await expect(open(["127.0.0.1/32"]).request(origin)).rejects.toThrow(RefusedAddress);
  expect(hidden.visits()).toBe(0);
});

test("whom the operator refuses is never asked: by a request, a redirect or a fetch, from then on and as long", async () => {
  const blocked = await serve((_request, response) => response.end("secret"));
  const corner = await serve((_request, response) => response.writeHead(302, { location: blocked.origin }).end());
  let refused = true;
  const refuses = (url: string | URL) => refused && String(url).startsWith(blocked.origin);
  const outbound = openOutbound({ ranges: loopback, refuses });
  onTestFinished(() => outbound.close());
  for (const origin of [blocked.origin, corner.origin]) {
    await expect(outbound.request(origin)).rejects.toThrow(RefusedAddress);
    await expect(fetch(origin)).rejects.toThrow();
  }
  expect([blocked.visits(), corner.visits(), outbound.refuses(blocked.origin)]).toEqual([0, 2, true]);
  refused = false;
  expect((await outbound.request(corner.origin)).body.toString()).toBe("secret");
});

test("three redirects are followed without what proves who asks, none after a POST", async () => {
  const heard: unknown[] = [];
  const { origin } = await serve((request, response) => {
    heard.push(request.headers["signature"]);
    const left = Number(request.url?.slice(1));
    if (left === 0) response.end("here");
    else response.writeHead(307, { location: `/${left - 1}` }).end();
  });
  const outbound = open(loopback);
  const headers = { signature: "mine" };
  expect(await outbound.request(`${origin}/3`, { headers })).toMatchObject({ status: 200, url: `${origin}/0` });
  expect(heard).toEqual(["mine", undefined, undefined, undefined]);
  expect(await outbound.request(`${origin}/4`)).toMatchObject({ status: 307 });
  expect(await outbound.request(`${origin}/1`, { redirects: 0 })).toMatchObject({ status: 307 });
  expect(await outbound.request(`${origin}/1`, { method: "POST", body: "x" })).toMatchObject({ status: 307 });
});

test("an endless body is cut, a smaller limit is kept", async () => {
  const { origin } = await serve((_request, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536)));
    };
    response.on("drain", more);
    more();
  });
  const outbound = open(loopback);
  await expect(outbound.request(origin)).rejects.toThrow(Unreachable);
  await expect(outbound.request(origin, { maxBytes: 10 })).rejects.toThrow("larger than 10 bytes");
  await expect(fetch(origin).then((response) => response.text())).rejects.toThrow();
});

test("a body that drips is ended by the deadline, and so is waiting for a free connection", async () => {
  const { origin } = await serve((_request, response) => {
    const drip = setInterval(() => response.write("."), 20);
    response.on("close", () => clearInterval(drip));
  });
  const outbound = open(loopback);
  const asked = [1, 2, 3, 4, 5].map(() => outbound.request(origin, { deadlineMs: 200 }));
  for (const one of asked) await expect(one).rejects.toThrow(Unreachable);
});

test("nothing compressed is asked for or taken, by request or by fetch", async () => {
  const asked: unknown[] = [];
  const { origin } = await serve((request, response) => {
    asked.push(request.headers["accept-encoding"]);
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("a".repeat(1000)));
  });
  const outbound = open(loopback);
  await expect(outbound.request(origin, { headers: { "Accept-Encoding": "br" } })).rejects.toThrow("compressed");
  await expect(fetch(origin)).rejects.toThrow();
  expect(asked).toEqual(["identity", "identity"]);
});

test("others see who asks; their wishes for signatures are not heard", async () => {
  const { origin } = await serve((request, response) => {
    response.writeHead(200, { "accept-signature": 'sig1=("@method")' }).end(request.headers["user-agent"]);
  });
  const { body, headers } = await open(loopback).request(origin);
  expect(body.toString()).toMatch(/^Essaim\/\d+\.\d+\.\d+ \(\+https:\/\/essaim\.example\)$/);
  expect(headers).not.toHaveProperty("accept-signature");
  expect((await fetch(origin)).headers.get("accept-signature")).toBeNull();
});

test("a server that is down is unreachable, and messages show no path", async () => {
  const failure = open(loopback).request("http://127.0.0.1:9/people/alice");
  await expect(failure).rejects.toThrow(Unreachable);
  await expect(failure).rejects.not.toThrow("alice");
});
