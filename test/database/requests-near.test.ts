import { expect, test } from "vitest";
import { openDatabase, openPool } from "../../src/foundation/database.ts";
import { listRequestsNear } from "../../src/funding/near.ts";
import { hostParty } from "../../src/funding/parties.ts";
import { makeProposal } from "../../src/funding/proposals.ts";
import { setUp } from "../../src/hosts/changes.ts";
import { freshDatabase } from "../support/database.ts";
import { must, someFunding } from "../support/funding.ts";

test("a host is shown the open requests that its offers could answer, where it is there for people", async () => {
  const { url, drop } = await freshDatabase();
  const db = openDatabase(openPool(url, 2, () => {}));
  const now = new Date();
  await db.transaction().execute((tx) => setUp(tx, { name: "La Pomme", handle: "la_pomme", territory: "dep:69", now }));
  const here = { codes: ["dep:69"], policy: "only" as const };
  const offers = [
    { needs: ["file-sharing"], territory: null },
    { needs: ["wiki"], territory: { codes: [], policy: "anywhere" as const } },
  ];
  const lyon = await someFunding(db, now, { territories: ["com:69123"], needs: ["file-sharing"] });
  const anywhere = await someFunding(db, now, { needs: ["file-sharing", "email"] });
  const brest = await someFunding(db, now, { territories: ["com:29019"], needs: ["file-sharing"] });
  const wiki = await someFunding(db, now, { territories: ["com:29019"], needs: ["wiki"] });
  const other = await someFunding(db, now, { needs: ["email"] });
  const uncalled = await someFunding(db, now, { needs: ["wiki"], call: { to: "nobody" } });
  const near = async () => new Set((await listRequestsNear(db, offers, here)).map(({ code }) => code));
  expect(await near()).toEqual(new Set([lyon.code, anywhere.code, wiki.code]));
  for (const far of [brest, other, uncalled]) expect(await near()).not.toContain(far.code);
  await db.transaction().execute(async (tx) => {
    const { id: by } = await hostParty(tx, now);
    const content = { visibility: "everyone" as const, text: "Oui.", amount: null, currency: null };
    must(
      await makeProposal(tx, lyon.code, { ...content, period: null, ready: null, terms: null, url: null }, { by, now }),
    );
  });
  expect(await near()).toEqual(new Set([anywhere.code, wiki.code]));
  expect(await listRequestsNear(db, [], here)).toEqual([]);
  await db.destroy();
  await drop();
});
