import type { TestSite } from "./site.ts";

/** A site offers one thing more. */
export async function publishOne(site: TestSite, slug: string): Promise<void> {
  const made = await site.api("POST", "/offers", {
    slug,
    title: `Offre ${slug}`,
    summary: "À essayer",
    needs: ["email"],
  });
  if (made.status !== 201) throw new Error(await made.text());
  const published = await site.api("POST", `/offers/${slug}/publication`);
  if (!published.ok) throw new Error(await published.text());
}
