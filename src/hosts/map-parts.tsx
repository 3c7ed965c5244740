import type { Language } from "../foundation/language.ts";
import type { Territory } from "./host.ts";
import { type Coverage, coverageOf, departmentMap } from "./map.ts";
import { territoryName } from "./territories.ts";
import { territoryWords } from "./territory-parts.tsx";
import { words } from "./words.ts";

export interface WhereProps {
  readonly territory: Territory | null;
  readonly language: Language;
}

/** Where someone is there for people: in words, on a map of French departments, and department by department. Nothing for what is not in France. */
export function Where({ territory, language }: WhereProps) {
  const coverage = territory && coverageOf(territory);
  if (territory === null || coverage === null) return null;
  const said = territoryWords(territory, language);
  const word = words[language].map;
  return (
    <section class="stack stack-3" aria-labelledby="where">
      <h2 class="like-h4" id="where">
        {word.heading}
      </h2>
      <p>{said}</p>
      <figure class="territory">
        <Drawing coverage={coverage} title={word.title(said)} language={language} />
        <figcaption>
          <Legend territory={territory} coverage={coverage} language={language} />
          <Departments coverage={coverage} language={language} />
          <p class="territory-credit">
            <MapCredit language={language} />
          </p>
        </figcaption>
      </figure>
    </section>
  );
}

/** Where the outlines come from, as their licence asks. */
export function MapCredit({ language }: { readonly language: Language }) {
  const word = words[language].map;
  return (
    <>
      {word.scales} {word.credit}{" "}
      <a href="https://creativecommons.org/licenses/by/4.0/" rel="noopener license">
        CC BY 4.0
      </a>
    </>
  );
}

interface DrawingProps {
  readonly coverage: Coverage;
  readonly title: string;
  readonly language: Language;
}

function Drawing({ coverage: { whole, part, beyond }, title, language }: DrawingProps) {
  const { viewBox, insets, outlines } = departmentMap();
  const lit = new Set([...whole, ...part]);
  const rest = Object.keys(outlines).filter((code) => !lit.has(code));
  return (
    <svg viewBox={viewBox} role="img" aria-labelledby="territory-title">
      <title id="territory-title">{title}</title>
      <pattern id="territory-part" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="territory-hatch-ground" d="M0 0h6v6H0z" />
        <path class="territory-hatch" d="M0 0h3v6H0z" />
      </pattern>
      {insets.map(([x, y, width, height]) => (
        <rect class="territory-inset" x={x} y={y} width={width} height={height} rx="6" />
      ))}
      <path
        class={beyond ? "territory-land territory-beyond" : "territory-land"}
        d={rest.map((code) => outlines[code]).join("")}
      />
      {whole.map((code) => (
        <Department kind="territory-whole" code={code} outline={outlines[code] ?? ""} language={language} />
      ))}
      {part.map((code) => (
        <Department kind="territory-part" code={code} outline={outlines[code] ?? ""} language={language} />
      ))}
    </svg>
  );
}

interface DepartmentProps {
  readonly kind: string;
  readonly code: string;
  readonly outline: string;
  readonly language: Language;
}

// Its name shows where a pointer rests on it.
function Department({ kind, code, outline, language }: DepartmentProps) {
  return (
    <path class={kind} d={outline}>
      <title>{territoryName(`dep:${code}`, language)}</title>
    </path>
  );
}

interface LegendProps {
  readonly territory: Territory;
  readonly coverage: Coverage;
  readonly language: Language;
}

function Legend({ territory: { policy }, coverage, language }: LegendProps) {
  const word = words[language].map;
  const { outlines } = departmentMap();
  const left = Object.keys(outlines).length - coverage.whole.length - coverage.part.length;
  const lines = [
    coverage.whole.length > 0 && (["territory-whole", word.named[policy]] as const),
    coverage.part.length > 0 && (["territory-part", word.part] as const),
    coverage.beyond && left > 0 && (["territory-beyond", word.beyond[policy]] as const),
  ];
  return (
    <ul class="plain territory-legend">
      {lines.map(
        (line) =>
          line && (
            <li>
              <svg viewBox="0 0 20 20" aria-hidden="true">
                <circle class={line[0]} cx="10" cy="10" r="9" />
              </svg>
              {line[1]}
            </li>
          ),
      )}
    </ul>
  );
}

/** More names than a reader takes in at once are folded away. */
const fewNames = 6;

function Departments({ coverage: { whole, part }, language }: Omit<LegendProps, "territory">) {
  const word = words[language].map;
  const count = whole.length + part.length;
  if (whole.length === Object.keys(departmentMap().outlines).length) return <p>{word.all}</p>;
  const names = [
    ...whole.map((code) => territoryName(`dep:${code}`, language)),
    ...part.map((code) => word.partOf(territoryName(`dep:${code}`, language))),
  ].toSorted((a, b) => a.localeCompare(b, language));
  const list = (
    <ul class="plain territory-names">
      {names.map((name) => (
        <li>{name}</li>
      ))}
    </ul>
  );
  if (count <= fewNames) return list;
  return (
    <details>
      <summary>{word.departments(count)}</summary>
      {list}
    </details>
  );
}
