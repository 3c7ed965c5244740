import fc from "fast-check";
import odd from "./any-request.json" with { type: "json" };
import type { RawRequest } from "./raw-http.ts";

/** Stands in paths for whatever id there is. */
export const anyId = "11111111-1111-4111-8111-111111111111";

/** Any request to anything public of a site at `host`, sane or not. */
export function anyRequest(host: string): fc.Arbitrary<RawRequest> {
  const asked = fc.tuple(one(odd.methods), target(odd.paths), fc.constant(""));
  const method = fc.oneof({ weight: 5, arbitrary: fc.constant("POST") }, fc.constant("PUT"));
  const posted = fc.tuple(method, target([...odd.inboxes, ...odd.forms]), one(odd.bodies));
  const said = fc.oneof({ weight: 12, arbitrary: fc.constant(host) }, one(odd.hosts));
  const wrong = fc.option(fc.constantFrom(0, 1, 300_000), { freq: 9 }); // a false length, now and then
  return fc
    .tuple(fc.oneof(asked, posted), said, fields, one(odd.types), wrong)
    .map(([[verb, path, body], host, more, type, length]) => {
      const own =
        body === "" ? [] : [pair("content-type", type), pair("content-length", String(length ?? bytes(body)))];
      return { method: verb, target: path, body, fields: [pair("host", host), ...more, ...own] };
    });
}

const one = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const pair = (name: string, value: string) => [name, value] as const;
const bytes = (body: string) => Buffer.byteLength(body);

const target = (paths: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: one(paths) },
    { weight: 6, arbitrary: bent(paths) },
    {
      weight: 4,
      arbitrary: fc.tuple(bent(paths), query).map(([path, said]) => path + (path.includes("?") ? "&" : "?") + said),
    },
    { weight: 1, arbitrary: one(odd.targets) },
  );

/** A path that is there, with up to three oddities at any place of it. */
const bent = (paths: readonly string[]) =>
  fc
    .tuple(one(paths), fc.array(fc.tuple(fc.nat(60), one(odd.pieces)), { maxLength: 3 }))
    .map(([path, pieces]) =>
      pieces.reduce((text, [at, piece]) => text.slice(0, at + 1) + piece + text.slice(at + 1), path),
    );

const query = fc
  .array(fc.tuple(one(odd.names), one(odd.values)), { maxLength: 6 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&"));

const fieldOf = (values: Readonly<Record<string, readonly string[]>>) =>
  one(Object.entries(values)).chain(([name, some]) => one(some).map((value) => pair(name, value)));

// Mild ones most of the time: with many odd fields a request is refused before anything is looked at.
const fields = fc.oneof(
  { weight: 3, arbitrary: fc.array(fieldOf(odd.mild), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.oneof(fieldOf(odd.mild), fieldOf(odd.wild)), { maxLength: 4 }) },
);
