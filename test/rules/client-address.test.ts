import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressesWithin } from "../../src/foundation/address-ranges.ts";
import { clientAddress, neighbourhoodOf } from "../../src/foundation/client-address.ts";

const proxies = addressesWithin(["10.0.0.0/8", "fd00::/8"]);
const publicIpv4 = fc
  .tuple(fc.integer({ min: 11, max: 223 }), fc.ipV4())
  .map(([first, rest]) => `${first}${rest.slice(rest.indexOf("."))}`);
const proxy = fc.tuple(fc.nat(255), fc.nat(255)).map(([a, b]) => `10.9.${a}.${b}`);
const written = fc.oneof(publicIpv4, proxy, fc.ipV6(), fc.string({ maxLength: 20 }));

describe("who sent a request", () => {
  test("is whoever holds the connection, when that is no proxy of ours, whatever the header says", () => {
    fc.assert(
      fc.property(publicIpv4, fc.array(written), (socket, said) => {
        expect(clientAddress(socket, said.join(", "), proxies)).toBe(socket);
        expect(clientAddress(socket, said.join(","), addressesWithin([]))).toBe(socket);
      }),
    );
  });

  test("is whom our first proxy saw, through any number of proxies, whatever stood there before", () => {
    fc.assert(
      fc.property(fc.array(written), publicIpv4, fc.array(proxy), proxy, (forged, client, between, socket) => {
        expect(clientAddress(socket, [...forged, client, ...between].join(", "), proxies)).toBe(client);
      }),
    );
  });

  test("is always an address, and never one that a stranger could choose", () => {
    fc.assert(
      fc.property(
        fc.array(written),
        fc.array(fc.oneof(proxy, fc.constant("unknown"))),
        proxy,
        (forged, rest, socket) => {
          const client = clientAddress(socket, [...forged, "_hidden", ...rest].join(", "), proxies);
          expect(proxies(client)).toBe(true);
        },
      ),
    );
  });

  test.each([
    ["10.0.0.1", undefined, "10.0.0.1"],
    ["10.0.0.1", "", "10.0.0.1"],
    ["10.0.0.1", "203.0.113.7", "203.0.113.7"],
    ["10.0.0.1", "203.0.113.7:51234", "203.0.113.7"],
    ["10.0.0.1", "[2001:db8::1]:443", "2001:db8::1"],
    ["10.0.0.1", "2001:DB8:0::1", "2001:db8::1"],
    ["::ffff:10.0.0.1", "::ffff:203.0.113.7", "203.0.113.7"],
    ["fd00::1%eth0", "203.0.113.7", "203.0.113.7"],
    ["10.0.0.1", "203.0.113.7, unknown", "10.0.0.1"],
    ["10.0.0.1", "203.0.113.7, 134744072", "10.0.0.1"],
    ["", "203.0.113.7", "unknown"],
  ])("%s with %o is %s", (socket, forwarded, client) => {
    expect(clientAddress(socket, forwarded, proxies)).toBe(client);
  });
});

describe("whom a limit counts as one", () => {
  test("is an IPv4 address alone, in either notation", () => {
    expect(neighbourhoodOf("203.0.113.7")).toBe("203.0.113.7");
    expect(neighbourhoodOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
    expect(neighbourhoodOf("unknown")).toBe("unknown");
  });

  test("is all of an IPv6 network of 64 bits, and nobody beside it", () => {
    const half = fc
      .array(fc.nat(0xffff), { minLength: 4, maxLength: 4 })
      .map((parts) => parts.map((n) => n.toString(16)));
    fc.assert(
      fc.property(half, half, half, fc.nat(63), (network, a, b, bit) => {
        const [one, other] = [a, b].map((host) => neighbourhoodOf([...network, ...host].join(":")));
        fc.pre(network.slice(0, 3).join("") !== "000"); // ::/48 holds the notations of IPv4
        expect(one).toBe(other);
        const word = Math.floor(bit / 16);
        const beside = network.map((part, index) =>
          index === word ? (Number.parseInt(part, 16) ^ (1 << (bit % 16))).toString(16) : part,
        );
        fc.pre(beside.slice(0, 3).join("") !== "000");
        expect(neighbourhoodOf([...beside, ...a].join(":"))).not.toBe(one);
      }),
    );
  });
});
