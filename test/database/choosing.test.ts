import { beforeAll, expect, test } from "vitest";
import demonstration from "../../src/demo.json" with { type: "json" };
import type { Database } from "../../src/foundation/database.ts";
import { listChosen } from "../../src/together/choosing.ts";
import { databaseOfTests } from "../support/database.ts";
import { knowNeighbours } from "../support/neighbours.ts";

let db: Database;
beforeAll(async () => {
  db = await databaseOfTests();
  const twins = [{ id: "la-pomme" }, { id: "la-pomme", origin: "https://other.example" }];
  await knowNeighbours(db, [{ id: "le-rucher" }, { id: "la-loutre", trust: 1 }, ...twins], new Date(), demonstration);
});

const meant = async (typed: string) => (await listChosen(db, [typed], null)).chosen.map(({ draft }) => draft.name);

test("a host is chosen by the name that people say, however it is written", async () => {
  expect(await meant("Le Rucher numérique")).toEqual(["Le Rucher numérique"]);
  expect(await meant(" le rucher NUMÉRIQUE ")).toEqual(["Le Rucher numérique"]);
  expect(await meant("le-rucher.example")).toEqual(["Le Rucher numérique"]);
});

test("a name that nobody shown has, or that two have, means nobody", async () => {
  expect(await meant("Les Outils de la Loutre")).toEqual([]);
  expect(await meant("La Pomme du voisin")).toEqual([]);
  expect(await meant("Personne")).toEqual([]);
});
