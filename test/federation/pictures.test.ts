import { expect, test } from "vitest";
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
