// Trims the official list of French territories to what the site needs; run by src/build.mjs.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const source = "@etalab/decoupage-administratif";

/** Writes communes, EPCI, departments and regions as one compact JSON file; src/hosts/territories.ts reads it. */
export async function buildTerritories(outputFile) {
  const [communes, epcis, departements, regions] = await Promise.all(
    ["communes", "epci", "departements", "regions"].map(readList),
  );
  const epciOf = new Map(epcis.flatMap((epci) => epci.membres.map((commune) => [commune.code, epci.code])));
  const current = communes.filter(({ type }) => type === "commune-actuelle");
  const known = new Map(current.map((commune) => [commune.code, commune]));
  const parts = communes.filter(({ code }) => !known.has(code));
  const territories = {
    regions: table(regions, ({ nom }) => nom),
    departements: table(departements, ({ nom, region }) => [nom, region]),
    epcis: table(epcis, (epci) => [epci.nom, ...placeOf(epci, known)]),
    communes: table(current, (commune) => [
      commune.nom,
      commune.departement ?? "",
      epciOf.get(commune.code) ?? "",
      postcodesOf(commune),
    ]),
    parts: table(parts, (part) => [part.nom, part.commune ?? part.chefLieu, postcodesOf(part)]),
  };
  await writeFile(outputFile, JSON.stringify(territories));
}

async function readList(name) {
  return JSON.parse(await readFile(require.resolve(`${source}/data/${name}.json`), "utf8"));
}

function table(rows, describe) {
  return Object.fromEntries(rows.map((row) => [row.code, describe(row)]));
}

const postcodesOf = ({ codesPostaux = [] }) => codesPostaux.join(" ");

/** The department and the region of an EPCI; "" where it lies in several. */
function placeOf({ membres }, communes) {
  const inside = membres.flatMap(({ code }) => communes.get(code) ?? []);
  return ["departement", "region"].map((level) => {
    const places = new Set(inside.map((commune) => commune[level]));
    return places.size === 1 ? [...places][0] : "";
  });
}
