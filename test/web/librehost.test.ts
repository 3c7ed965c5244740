import { expect, test } from "vitest";
import { startSite } from "../support/site.ts";

test("a site says at /librehost.json who hosts there, and nothing new as long as nothing is", async () => {
  await using site = await startSite();
  const address = `${site.origin}/librehost.json`;
  const first = await fetch(address);
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toBe("application/json");
  expect(await first.json()).toMatchObject({ "@context": "http://schema.org", name: "La Pomme", homeUrl: site.origin });
  const etag = first.headers.get("etag") ?? "";
  const again = await fetch(address, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
  const head = await fetch(address, { method: "HEAD" });
  expect([head.status, head.headers.get("etag")]).toEqual([200, etag]);
  await site.db.updateTable("hosts").set({ changed: new Date() }).execute();
  expect((await fetch(address, { headers: { "if-none-match": etag } })).status).toBe(200);
});
