import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "../web/desk.ts";
import { files, lists, publish, say } from "../web/offers.ts";

let leaving: TestSite;
let successor: TestSite;
let ada: Visitor;
let bob: Visitor;

beforeAll(async () => {
  leaving = await startSite({ name: "La Pomme", handle: "la_pomme" });
  successor = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await publish(leaving.db, "fichiers", files);
  await publish(leaving.db, "listes", lists);
  for (const slug of ["fichiers", "listes"]) await say(leaving.db, slug, { state: "open" });
  await befriend(leaving, successor);
  [ada, bob] = [await signedIn(leaving), await signedIn(successor)];
  await eventually(async () => (await knownAt(leaving, successor)) && (await knownAt(successor, leaving)));
});
afterAll(async () => {
  for (const site of [leaving, successor]) await site?.[Symbol.asyncDispose]();
});

const knownAt = async ({ db }: TestSite, other: TestSite) =>
  db.selectFrom("catalogueHosts").select("actor").where("origin", "=", other.origin).executeTakeFirst();

const ends = new Date(Date.now() + 120 * 86_400_000).toISOString().slice(0, 10);
const page = async (site: TestSite, path: string) => (await visitor(site).get(path)).text();

test("a host that stops tells its followers once, and the one that it names what is coming", async () => {
  const plan = { ends, successor: "Le Rucher", exitGuide: `${leaving.origin}/partir`, notice: "Merci à vous." };
  expect((await ada.post("/admin/host/closing", { ...plan, do: "announce" })).status).toBe(303);

  const said = await eventually(async () => {
    const notes = await leaving.db
      .selectFrom("notes")
      .selectAll()
      .where("kind", "in", ["announcement", "flip"])
      .execute();
    const ofClosing = notes.filter(({ content }) => content.includes("partir"));
    return ofClosing.length > 0
      ? notes.filter(({ published }) => published >= (ofClosing[0]?.published ?? published))
      : null;
  });
  expect(said).toHaveLength(1);
  await eventually(async () => {
    const boosts = await leaving.db.selectFrom("outgoing").select("body").where("type", "=", "Announce").execute();
    return boosts.filter(({ body }) => body.includes(said[0]?.id ?? "none")).length === 3;
  });

  expect(
    await eventually(async () => {
      const messages = await (await bob.get("/admin/messages")).text();
      return messages.includes("vous nomme pour la suite") ? messages : null;
    }),
  ).toContain("La Pomme");
});

test("its offers, here and as copies, show who takes over, and that only one of the two says so", async () => {
  expect(await page(leaving, "/offers/fichiers")).toMatch(
    /La suite est prise par.*Le Rucher.*Le Rucher ne l’a pas dit/s,
  );
  expect(await page(leaving, "/about")).toMatch(/La Pomme nomme pour la suite.*Le Rucher/s);
  const copy = `/directory/hosts/${new URL(leaving.origin).host}`;
  await eventually(async () => (await page(successor, copy)).includes("Le Rucher ne l’a pas dit"));
  expect(await page(successor, `${copy}/offers/fichiers`)).toMatch(/qui prend la suite.*Le Rucher/s);
});

test("the successor’s desk has it on Today, with what stops and when, and the way to say that it takes over", async () => {
  expect(await (await bob.get("/admin")).text()).toMatch(
    /La Pomme ferme le .*peuvent venir à vous.*2 offres.*\/admin\/partners\/new\?kind=continuity/s,
  );
});

test("once both say so in public, the pages of both say it", async () => {
  const actor = (await knownAt(leaving, successor))?.actor ?? "";
  const asking = {
    ...{ to: actor, kind: "continuity", rolesOffered: [], rolesWanted: ["continuity"], message: "Prenez la suite." },
    shown: true,
  };
  expect((await leaving.api("POST", "/partnerships", asking)).status).toBe(201);
  const asked = await eventually(async () => {
    const { items } = (await (await successor.api("GET", "/partnerships")).json()) as { items: { id: string }[] };
    return items[0];
  });
  expect((await successor.api("POST", `/partnerships/${asked.id}/acceptance`, { shown: true })).ok).toBe(true);
  await eventually(async () =>
    /Si La Pomme s’arrête.*Le Rucher.*Les deux le disent/s.test(await page(leaving, "/about")),
  );
  const copy = `/directory/hosts/${new URL(leaving.origin).host}`;
  await eventually(async () => /Si La Pomme s’arrête.*Les deux le disent/s.test(await page(successor, copy)));
  expect(await page(successor, "/about")).toMatch(/Le Rucher prend la suite de.*La Pomme/s);
});
