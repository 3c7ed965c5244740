import sharp from "sharp";
import { expect, test } from "vitest";
import { keepLogo, removeLogo } from "../../src/hosts/logo-changes.ts";
import { readLogo } from "../../src/hosts/logo-form.ts";
import { eventually } from "../support/eventually.ts";
import { startSite } from "../support/site.ts";

/** Width and height as a PNG says them. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test("every account has its own picture, served here for other servers to keep", async () => {
  await using site = await startSite();
  await site.api("POST", "/offers", { title: "Courriel", slug: "courriel" });
  await site.api("POST", "/offers/courriel/publication");
  const seen = new Set<string>();
  for (const path of ["/@la_pomme", "/@disponibilites", "/offers/courriel", "/ap/instance"]) {
    const document = (await (
      await fetch(site.origin + path, { headers: { accept: "application/activity+json" } })
    ).json()) as { icon: Record<string, string>; image?: Record<string, string> };
    expect(document.icon).toMatchObject({ type: "Image", mediaType: "image/png" });
    seen.add(document.icon["url"] ?? "");
    for (const [picture, size] of [
      [document.icon, [400, 400]],
      [document.image, [1200, 400]],
    ] as const) {
      if (picture === undefined) continue;
      expect(new URL(picture["url"] ?? "").origin).toBe(site.origin);
      const answer = await fetch(picture["url"] ?? "");
      expect(answer.headers.get("content-type")).toBe("image/png");
      expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(sizeOf(bytes)).toEqual(size);
      expect(bytes.length).toBeLessThan(15_000);
    }
  }
  expect(seen.size).toBe(4);
  expect((await fetch(`${site.origin}/assets/actors/nobody.png`)).status).toBe(404);
});

test("a host's own logo is the picture of its account and of every page, and goes when it is taken away", async () => {
  await using site = await startSite();
  const red = sharp({ create: { width: 300, height: 200, channels: 3, background: "#aa0000" } });
  const read = await readLogo(new File([new Uint8Array(await red.png().toBuffer())], "logo.png"));
  if (!read.done) throw new Error(read.reason);
  const iconOf = async () => {
    const document = await fetch(`${site.origin}/@la_pomme`, { headers: { accept: "application/activity+json" } });
    return ((await document.json()) as { icon: Record<string, string> }).icon;
  };
  const drawn = await iconOf();
  await site.db.transaction().execute((tx) => keepLogo(tx, read.value, new Date()));
  await eventually(async () => (await iconOf())["url"] !== drawn["url"]);
  const icon = await iconOf();
  expect(icon).toMatchObject({ mediaType: "image/png", name: "Le logo de La Pomme" });
  const answer = await fetch(icon["url"] ?? "");
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(sizeOf(Buffer.from(await answer.arrayBuffer()))).toEqual([400, 400]);
  const known = { "if-none-match": answer.headers.get("etag") ?? "" };
  expect((await fetch(icon["url"] ?? "", { headers: known })).status).toBe(304);
  const html = await (await fetch(`${site.origin}/about`)).text();
  const [, shown] = /<img class="emblem" src="([^"]+)" srcset="[^"]+ 2x, [^"]+ 4x" alt=""/.exec(html) ?? [];
  const inHeader = await fetch(site.origin + shown);
  expect(inHeader.headers.get("content-type")).toBe("image/webp");
  await site.db.transaction().execute((tx) => removeLogo(tx, new Date()));
  await eventually(async () => (await iconOf())["url"] === drawn["url"]);
  expect((await fetch(icon["url"] ?? "")).status).toBe(404);
  expect((await fetch(`${site.origin}/pictures/${"0".repeat(64)}.png`)).status).toBe(404);
});
