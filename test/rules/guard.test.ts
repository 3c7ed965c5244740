import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signDraftCavage, signRfc9421 } from "../../federation/delivery/signatures.ts";
import { check } from "../../federation/guard/check.ts";
import { Refused } from "../../federation/guard/refused.ts";
import { verify } from "../../federation/guard/verify.ts";

const origin = "https://essaim.example";
const url = `${origin}/inbox`;
const alice = "https://ailleurs.example/users/alice";
const keyId = `${alice}#main-key`;
const now = new Date("2026-11-24T10:00:00Z");
const minutes = 60_000;
const { privateKey: key, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pemOf = (from: KeyObject) => from.export({ type: "spki", format: "pem" }).toString();
const pem = pemOf(publicKey);

const follow = {
  "@context": "https://www.w3.org/ns/activitystreams",
  id: `${alice}/follows/1`,
  type: "Follow",
  actor: alice,
  object: `${origin}/ap/instance`,
};

type Headers = Record<string, string>;
type Sign = (body: string | Uint8Array, at?: Date) => Promise<Headers>;

const schemes: Record<"draft-cavage" | "RFC 9421", Sign> = {
  "draft-cavage": (body, at = now) => signDraftCavage({ method: "POST", url, body, keyId, key, now: at }),
  "RFC 9421": (body, at = now) => signRfc9421({ method: "POST", url, body, keyId, key, now: at }),
};
const type = { "content-type": "application/activity+json" };

const flat = (headers: Headers) => Object.entries(headers).flat();
const hear = (body: string | Uint8Array, headers: Headers | readonly string[]) =>
  check(
    {
      method: "POST",
      target: "/inbox",
      fields: Array.isArray(headers) ? headers : flat(headers as Headers),
      body: Buffer.from(body),
    },
    origin,
    now,
  );

/** The status with which something is refused; 200 when it is not. */
function statusOf(act: () => unknown): number {
  try {
    act();
    return 200;
  } catch (error) {
    if (error instanceof Refused) return error.status;
    throw error;
  }
}

describe.each(Object.entries(schemes))("an activity signed after %s", (_scheme, signed) => {
  const send = async (body: string | Uint8Array, more: Headers = {}) =>
    hear(body, { ...type, ...(await signed(body)), ...more });
  const say = (activity: unknown, more?: Headers) => send(JSON.stringify(activity), more);
  const refusal = async (sent: Promise<unknown>) => {
    const [outcome] = await Promise.allSettled([sent]);
    if (outcome.status === "fulfilled") return 200;
    expect(outcome.reason).toBeInstanceOf(Refused);
    return (outcome.reason as Refused).status;
  };

  test("is taken in as it was said, and proved by the key that signed it only", async () => {
    const checked = await say({ ...follow, actor: { id: alice, type: "Person" }, signature: {}, proof: {} });
    expect(checked).toMatchObject({ id: follow.id, type: "Follow", actor: alice, keyId });
    expect(checked.activity).toEqual(follow);
    expect(verify(checked, pem)).toBe(true);
    expect(verify(checked, pemOf(generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey))).toBe(false);
  });

  test.each([
    "application/ld+json",
    'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
    "application/activity+json; charset=utf-8",
  ])("may come as %s", async (given) => {
    expect(await refusal(say(follow, { "content-type": given }))).toBe(200);
  });

  test.each([
    "",
    "application/json",
    "text/html",
    'application/ld+json; profile="https://example.org/other"',
    "application/activity+jsonx",
    "multipart/form-data; boundary=application/activity+json",
  ])("does not come as “%s”", async (given) => {
    expect(await refusal(say(follow, { "content-type": given }))).toBe(415);
  });

  test("is not encoded", async () => {
    for (const encoding of ["gzip", "identity", "br"])
      expect(await refusal(say(follow, { "content-encoding": encoding }))).toBe(415);
  });

  test("comes to our own name only", async () => {
    expect(await refusal(say(follow, { host: "other.example" }))).toBe(421);
    expect(await refusal(say(follow, { host: "essaim.example.evil.example" }))).toBe(421);
  });

  test.each<[string, string | Uint8Array]>([
    ["nothing", ""],
    ["no JSON", "{"],
    ["a list", "[]"],
    ["null", "null"],
    ["no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ["a text with NUL", JSON.stringify({ ...follow, summary: "a\u0000b" })],
    ["a name with NUL", JSON.stringify({ ...follow, "a\u0000b": 1 })],
    ["half a character", `{"id":"${follow.id}","type":"Follow","actor":"${alice}","summary":"\\ud800"}`],
    ["half a character in a name", `{"id":"${follow.id}","type":"Follow","actor":"${alice}","\\ud800":1}`],
    ["a number without end", `{"id":"${follow.id}","type":"Follow","actor":"${alice}","n":1e999}`],
    ["__proto__", `{"id":"${follow.id}","type":"Follow","actor":"${alice}","object":{"__proto__":{}}}`],
    ["depth", `{"a":${"[".repeat(24)}${"]".repeat(24)}}`],
    ["depth after a text with brackets and quotes", `{"b":"]]]\\"]]}}","a":${"[".repeat(24)}${"]".repeat(24)}}`],
    ["depth without end", "[".repeat(200_000)],
    ["too many values", JSON.stringify({ ...follow, to: Array(5_000).fill(1) })],
  ])("is refused as malformed with %s", async (_what, body) => {
    expect(await refusal(send(body))).toBe(400);
  });

  test.each<[string, object]>([
    ["no id", { ...follow, id: undefined }],
    ["an id that is no address", { ...follow, id: "1" }],
    ["an id without end", { ...follow, id: `${alice}/${"a".repeat(4_000)}` }],
    ["no type", { ...follow, type: undefined }],
    ["a type that is none", { ...follow, type: 5 }],
    ["no actor", { ...follow, actor: undefined }],
    ["two actors", { ...follow, actor: [alice, "https://ailleurs.example/users/bob"] }],
    ["an actor without id", { ...follow, actor: { type: "Person" } }],
    ["a second id", { ...follow, "@id": "https://ailleurs.example/other" }],
    ["a second actor", { ...follow, "as:actor": "https://ailleurs.example/users/bob" }],
    [
      "a second actor in full",
      { ...follow, "https://www.w3.org/ns/activitystreams#actor": "https://ailleurs.example/users/bob" },
    ],
    [
      "a context that gives actor another meaning",
      { ...follow, "@context": [follow["@context"], { actor: "as:object" }] },
    ],
  ])("is refused as malformed with %s", async (_what, activity) => {
    expect(await refusal(say(activity))).toBe(400);
  });

  test("goes as deep and as wide as the limits say", async () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 23; depth++) deep = [deep];
    expect(await refusal(say({ ...follow, deep }))).toBe(200);
    expect(await refusal(say({ ...follow, to: Array(4_900).fill("x") }))).toBe(200);
    expect(await refusal(say({ ...follow, content: '"[{'.repeat(60_000) }))).toBe(200);
  });

  test("comes from one server: id, actor and key", async () => {
    expect(await refusal(say({ ...follow, id: "https://mechant.example/1" }))).toBe(401);
    expect(await refusal(say({ ...follow, id: "http://ailleurs.example/1" }))).toBe(401);
    expect(await refusal(say({ ...follow, id: "https://ailleurs.example:444/1" }))).toBe(401);
    expect(
      await refusal(say({ ...follow, actor: "https://mechant.example/users/alice", id: "https://mechant.example/1" })),
    ).toBe(401);
    expect(await refusal(say({ ...follow, actor: "data:text/plain,a", id: "data:text/plain,b" }))).toBe(401);
  });

  test("is of no actor of ours", async () => {
    const headers = await signDraftCavage({
      method: "POST",
      url,
      body: "{}",
      keyId: `${origin}/ap/instance#main-key`,
      key,
      now,
    });
    const body = JSON.stringify({ ...follow, id: `${origin}/ap/activities/1`, actor: `${origin}/ap/instance` });
    const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`;
    expect(statusOf(() => hear(body, { ...type, ...headers, digest }))).toBe(401);
  });

  test("is unaltered and fresh", async () => {
    const body = JSON.stringify(follow);
    const altered = JSON.stringify({ ...follow, type: "Block" });
    const at = async (time: number, said = body) => statusOf(() => hear(said, headersAt.get(time) ?? {}));
    const headersAt = new Map<number, Headers>();
    for (const offset of [-61, -59, 0, 4, 6]) {
      headersAt.set(offset, { ...type, ...(await signed(body, new Date(now.getTime() + offset * minutes))) });
    }
    expect(await at(0, altered)).toBe(401);
    expect([await at(-61), await at(-59), await at(0), await at(4), await at(6)]).toEqual([401, 200, 200, 200, 401]);
  });

  test("says once who speaks and what was signed", async () => {
    const body = JSON.stringify(follow);
    const headers = { ...type, ...(await signed(body)) };
    for (const name of ["host", "date", "content-type", "signature", "signature-input", "digest", "content-digest"]) {
      const value = (headers as Headers)[name];
      if (value !== undefined)
        expect(
          statusOf(() => hear(body, [...flat(headers), name.toUpperCase(), value])),
          name,
        ).toBe(400);
    }
  });

  test("whatever stands in its headers, it is heard or refused, and nothing breaks", async () => {
    const body = JSON.stringify(follow);
    const headers = { ...type, ...(await signed(body)) };
    const names = fc.constantFrom(
      "host",
      "date",
      "digest",
      "content-digest",
      "content-type",
      "signature",
      "signature-input",
    );
    const pieces = fc.constantFrom(
      'keyId="',
      '"',
      ",",
      ";",
      "=",
      "sig1=",
      ":",
      "(",
      ")",
      '"@method"',
      "created=",
      "expires=",
      "9",
      "a",
      " ",
      "\\",
      "(created)",
      "headers=",
    );
    const value = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(names, value, (name, given) => {
        expect([200, 400, 401, 415, 421]).toContain(statusOf(() => hear(body, { ...headers, [name]: given })));
      }),
      { numRuns: 2_000 },
    );
  });

  test("whatever its body is, it is heard or refused, and nothing breaks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.jsonValue().map((object) => JSON.stringify({ ...follow, object, "@context": object })),
          fc.string(),
        ),
        async (body) => {
          expect([200, 400, 401]).toContain(await refusal(send(body)));
        },
      ),
      { numRuns: 100 },
    );
  });
});

test("an unsigned activity is refused", () => {
  expect(statusOf(() => hear(JSON.stringify(follow), { ...type, host: "essaim.example" }))).toBe(401);
});

const sha = (body: string) => createHash("sha256").update(body).digest("base64");

describe("draft-cavage", () => {
  const body = JSON.stringify(follow);
  const base: Headers = { ...type, host: "essaim.example", date: now.toUTCString(), digest: `SHA-256=${sha(body)}` };
  const seconds = Math.floor(now.getTime() / 1_000);
  const all = "(request-target) host date digest";

  function signedWith(list: string, { algorithm = "hs2019", parameters = "" } = {}): Headers {
    const created = /created=(\d+)/.exec(parameters)?.[1];
    const expires = /expires=(\d+)/.exec(parameters)?.[1];
    const special: Headers = {
      "(request-target)": "post /inbox",
      "(created)": String(created),
      "(expires)": String(expires),
    };
    const text = list
      .split(" ")
      .map((name) => `${name}: ${special[name] ?? base[name]}`)
      .join("\n");
    const signature = sign("sha256", Buffer.from(text), key).toString("base64");
    return {
      ...base,
      signature: `keyId="${keyId}",algorithm="${algorithm}"${parameters},headers="${list}",signature="${signature}"`,
    };
  }

  const proved = (headers: Headers) => verify(hear(body, headers), pem);

  test("must cover target, host, date and digest", () => {
    expect(proved(signedWith(all))).toBe(true);
    for (const name of all.split(" ")) {
      const list = all
        .split(" ")
        .filter((other) => other !== name)
        .join(" ");
      expect(
        statusOf(() => hear(body, signedWith(list))),
        name,
      ).toBe(401);
    }
    expect(statusOf(() => hear(body, signedWith(`${all} host`)))).toBe(401);
    expect(statusOf(() => hear(body, signedWith(`${all} x-absent`)))).toBe(401);
  });

  test("takes (created) and (expires) with hs2019 only, and believes neither when out of time", () => {
    const list = `${all} (created) (expires)`;
    const when = (created: number, expires: number) => ({ parameters: `,created=${created},expires=${expires}` });
    expect(proved(signedWith(list, when(seconds, seconds + 60)))).toBe(true);
    expect(statusOf(() => hear(body, signedWith(list, when(seconds - 3_700, seconds + 60))))).toBe(401);
    expect(statusOf(() => hear(body, signedWith(list, when(seconds, seconds - 1))))).toBe(401);
    expect(
      statusOf(() => hear(body, signedWith(list, { ...when(seconds, seconds + 60), algorithm: "rsa-sha256" }))),
    ).toBe(401);
    expect(statusOf(() => hear(body, signedWith(all, { parameters: `,expires=${seconds - 1}` })))).toBe(401);
  });

  test("knows no other algorithms, and no second meaning of a parameter", () => {
    for (const algorithm of ["hmac-sha256", "rsa-sha1", "none", ""]) {
      expect(
        statusOf(() => hear(body, signedWith(all, { algorithm }))),
        algorithm,
      ).toBe(401);
    }
    expect(statusOf(() => hear(body, signedWith(all, { parameters: `,keyId="${keyId}"` })))).toBe(401);
  });

  test("a digest must be of this body, each of them", () => {
    const other = sha("other");
    for (const digest of [
      `SHA-256=${other}`,
      "MD5=abc",
      "",
      `SHA-256=${sha(body)},SHA-256=${other}`,
      `SHA-256=${sha(body)},SHA-512=${other}`,
    ]) {
      expect(
        statusOf(() => hear(body, { ...signedWith(all), digest })),
        digest,
      ).toBe(401);
    }
  });
});

describe("RFC 9421", () => {
  const body = JSON.stringify(follow);
  const seconds = Math.floor(now.getTime() / 1_000);
  const base: Headers = { ...type, host: "essaim.example", "content-digest": `sha-256=:${sha(body)}:` };
  const derived: Headers = {
    "@method": "POST",
    "@target-uri": url,
    "@authority": "essaim.example",
    "@path": "/inbox",
    "@scheme": "https",
    "@query": "?",
    "@request-target": "/inbox",
  };
  const usual = `;created=${seconds};keyid="${keyId}";alg="rsa-v1_5-sha256"`;

  function signedWith(names: readonly string[], tail = usual, by: KeyObject = key): Headers {
    const parameters = `(${names.map((name) => `"${name}"`).join(" ")})${tail}`;
    const lines = names.map((name) => `"${name}": ${derived[name] ?? base[name]}`);
    const text = [...lines, `"@signature-params": ${parameters}`].join("\n");
    const digest = by.asymmetricKeyType === "rsa" ? "sha256" : null;
    const signature = sign(digest, Buffer.from(text), by).toString("base64");
    return { ...base, "signature-input": `sig1=${parameters}`, signature: `sig1=:${signature}:` };
  }

  test("must cover method, address and digest", () => {
    for (const names of [
      ["@method", "@target-uri", "content-digest"],
      ["@method", "@authority", "@path", "content-digest"],
      ["@method", "@target-uri", "@scheme", "@query", "@request-target", "content-digest", "content-type"],
    ]) {
      expect(verify(hear(body, signedWith(names)), pem), names.join(" ")).toBe(true);
    }
    for (const names of [
      [],
      ["@method", "@target-uri"],
      ["@target-uri", "content-digest"],
      ["@method", "content-digest"],
      ["@method", "@path", "content-digest"],
      ["@method", "@target-uri", "content-digest", "x-absent"],
      ["@method", "@target-uri", "content-digest", "@status"],
    ]) {
      expect(
        statusOf(() => hear(body, signedWith(names))),
        names.join(" "),
      ).toBe(401);
    }
  });

  const covered = ["@method", "@target-uri", "content-digest"];

  test("must name a key and a time, and not have expired", () => {
    for (const tail of [
      "",
      `;keyid="${keyId}"`,
      `;created=${seconds}`,
      `${usual};expires=${seconds - 1}`,
      `;created=abc;keyid="${keyId}"`,
    ]) {
      expect(
        statusOf(() => hear(body, signedWith(covered, tail))),
        tail,
      ).toBe(401);
    }
    expect(verify(hear(body, signedWith(covered, `${usual};expires=${seconds + 60};nonce="a,b;c"`)), pem)).toBe(true);
  });

  test("says each thing once, and nothing inside another", () => {
    for (const tail of [
      `;created=1${usual}`,
      `${usual};expires=${seconds - 1};expires=${seconds + 60}`,
      `${usual};keyid="${keyId}"`,
    ]) {
      expect(
        statusOf(() => hear(body, signedWith(covered, tail))),
        tail,
      ).toBe(401);
    }
    const hidden = `;nonce=";created=${seconds};x";created=${seconds - 4_000};keyid="${keyId}"`;
    expect(statusOf(() => hear(body, signedWith(covered, hidden)))).toBe(401);
  });

  test("there is one signature, and it is the one described", () => {
    const headers = signedWith(covered);
    const { signature = "", "signature-input": input = "" } = headers;
    for (const changed of [
      { "signature-input": `${input}, sig2=${input.slice(5)}` },
      { signature: `${signature}, sig2=${signature.slice(5)}` },
      { signature: signature.replace("sig1", "sig2") },
      { signature: "" },
    ]) {
      expect(statusOf(() => hear(body, { ...headers, ...changed }))).toBe(401);
    }
  });

  test("knows no other algorithms; an Ed25519 key signs with its own", () => {
    for (const name of ["hmac-sha256", "rsa-pss-sha512", ""]) {
      expect(
        statusOf(() => hear(body, signedWith(covered, `;created=${seconds};keyid="${keyId}";alg="${name}"`))),
        name,
      ).toBe(401);
    }
    const ed = generateKeyPairSync("ed25519");
    const tail = `;created=${seconds};keyid="${keyId}"`;
    expect(verify(hear(body, signedWith(covered, `${tail};alg="ed25519"`, ed.privateKey)), pemOf(ed.publicKey))).toBe(
      true,
    );
    expect(verify(hear(body, signedWith(covered, tail, ed.privateKey)), pemOf(ed.publicKey))).toBe(true);
    expect(verify(hear(body, signedWith(covered, `${tail};alg="ed25519"`)), pem)).toBe(false);
  });
});

test("a weak key, a broken one or one of another kind proves nothing", async () => {
  const body = JSON.stringify(follow);
  const short = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const headers = await signDraftCavage({ method: "POST", url, body, keyId, key: short.privateKey, now });
  const checked = hear(body, { ...type, ...headers });
  const curve = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey;
  for (const given of [
    pemOf(short.publicKey),
    pemOf(curve),
    "",
    "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
  ]) {
    expect(verify(checked, given)).toBe(false);
  }
});
