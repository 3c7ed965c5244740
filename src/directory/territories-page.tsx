import type { Language } from "../foundation/language.ts";
import { departmentMap } from "../hosts/map.ts";
import { MapCredit } from "../hosts/map-parts.tsx";
import { parentsOf, territoryName } from "../hosts/territories.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { count } from "../web/money.ts";
import { hostKey } from "./addresses.ts";
import { asksForTerritory } from "./asked.ts";
import { waysTo } from "./host-page.tsx";
import { words } from "./map-words.ts";
import { hostPath } from "./paths.ts";
import type { Served } from "./territories-served.ts";

export interface TerritoriesPageProps {
  readonly frame: Frame;
  readonly served: Served;
}

/** How many hosts are there for each department: drawn, each a link, and the same as a list. */
export function TerritoriesPage({ frame, served }: TerritoriesPageProps) {
  const { language } = frame;
  const word = words[language];
  const lead = served.hosts === 0 ? word.leadNone : word.lead(count(served.hosts, language), served.hosts > 1);
  return (
    <Layout
      frame={frame}
      title={word.title}
      description={lead}
      canonical="/directory/map"
      here="directory"
      sheets={["drawings", "directory"]}
    >
      <div class="masthead masthead-plain">
        <div class="wrap stack">
          <Breadcrumb language={language} ways={waysTo(language)} here={word.title} />
          <h1>{word.title}</h1>
          <p class="lead">{lead}</p>
          <p>
            <a href="#list">{word.toList}</a>
          </p>
        </div>
      </div>
      <div class="wrap section split split-even">
        <figure class="map sticky">
          <nav aria-labelledby="map-title">
            <Drawing served={served} language={language} />
          </nav>
          <figcaption>
            <Legend language={language} />
            <p class="small soft gap-above">
              <MapCredit language={language} />
            </p>
          </figcaption>
        </figure>
        <div class="stack stack-6" id="list">
          <Departments served={served} language={language} />
          <Placeless served={served} language={language} />
        </div>
      </div>
    </Layout>
  );
}

interface PartProps {
  readonly served: Served;
  readonly language: Language;
}

function Drawing({ served, language }: PartProps) {
  const { viewBox, insets, outlines } = departmentMap();
  return (
    <svg viewBox={viewBox}>
      <title id="map-title">{words[language].map}</title>
      {insets.map(([x, y, width, height]) => (
        <rect class="map-inset" x={x} y={y} width={width} height={height} rx="6" />
      ))}
      {Object.entries(outlines).map(([code, outline]) => {
        const n = served.departments.get(code) ?? 0;
        const said = words[language].area(territoryName(`dep:${code}`, language), hostsWords(n, language));
        return (
          <a class="map-area" href={asksForTerritory(`dep:${code}`)} aria-label={said}>
            <path class={`map-step map-step-${stepOf(n)}`} d={outline}>
              <title>{said}</title>
            </path>
          </a>
        );
      })}
    </svg>
  );
}

function hostsWords(n: number, language: Language): string {
  return words[language].hosts(count(n, language), n > 1);
}

/** The least number of hosts of each tint. */
const steps = [0, 1, 2, 4, 8];

const stepOf = (n: number): number => steps.findLastIndex((least) => n >= least);

function Legend({ language }: { readonly language: Language }) {
  return (
    <ul class="map-legend">
      {words[language].steps.map((said, step) => (
        <li>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <rect class={`map-step map-step-${step}`} x="1" y="1" width="14" height="14" rx="3" />
          </svg>
          {said}
        </li>
      ))}
    </ul>
  );
}

/** By region, overseas included; what the map shows, in words. */
function Departments({ served, language }: PartProps) {
  const word = words[language];
  return (
    <section aria-labelledby="list-title" class="stack">
      <h2 id="list-title">{word.list}</h2>
      <p class="small soft">
        {word.note} {word.empty}
      </p>
      <ul class="map-regions">
        {regionsOf(language).map(({ name, departments }) => (
          <li>
            <h3 class="like-h4">{name}</h3>
            <ul class="plain small">
              {departments.map((department) => (
                <Department {...department} n={served.departments.get(department.code) ?? 0} language={language} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Named {
  readonly code: string;
  readonly name: string;
}

function Department({ code, name, n, language }: Named & { readonly n: number; readonly language: Language }) {
  return (
    <li>
      <a href={asksForTerritory(`dep:${code}`)}>{name}</a>
      {n > 0 && <b> · {hostsWords(n, language)}</b>}
    </li>
  );
}

/** Regions with their departments, each by name. */
function regionsOf(language: Language): readonly { readonly name: string; readonly departments: readonly Named[] }[] {
  const byName = (one: { readonly name: string }, other: { readonly name: string }) =>
    one.name.localeCompare(other.name, language);
  const codes = Object.keys(departmentMap().outlines);
  const regions = [...Map.groupBy(codes, (code) => parentsOf(`dep:${code}`)[0] ?? code)];
  return regions
    .map(([region, inside]) => ({
      name: territoryName(region, language),
      departments: inside.map((code) => ({ code, name: territoryName(`dep:${code}`, language) })).toSorted(byName),
    }))
    .toSorted(byName);
}

function Placeless({ served, language }: PartProps) {
  const word = words[language];
  if (served.placeless.length === 0) return null;
  return (
    <section aria-labelledby="placeless" class="stack">
      <h2 class="like-h3" id="placeless">
        {word.placeless}
      </h2>
      <p>{word.placelessText}</p>
      <ul class="list">
        {served.placeless.map((host) => (
          <li>
            <a href={hostPath(host)}>{host.name}</a> <span class="small soft">({hostKey(host.origin)})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
