import { raw } from "hono/html";
import type { Language } from "../foundation/language.ts";
import { emblemDots } from "../web/emblem.ts";
import { type Line, type Network, radius, type Spot } from "./network.ts";
import { words } from "./words.ts";

/** A host of the picture. */
interface Drawn {
  readonly own: boolean;
  readonly origin: string;
  readonly name: string;
}

export interface NetworkPictureProps {
  readonly network: Network;
  readonly hosts: ReadonlyMap<string, Drawn>;
  readonly language: Language;
  /** Where a host leads. */
  hrefOf(host: Drawn): string;
}

/** Who works with whom, drawn: each host is a link, each line two that work together. The table beside it says the same. */
export function NetworkPicture({ network, hosts, language, hrefOf }: NetworkPictureProps) {
  const word = words[language];
  const { width, height, spots, lines } = network;
  const detailed = spots.length <= mostDetailed;
  return (
    <nav aria-labelledby="network-drawn" aria-describedby="network-said">
      <svg class="network" viewBox={`0 0 ${width} ${height}`} width={Math.round(width * largest)}>
        <title id="network-drawn">{word.pictureTitle}</title>
        <desc id="network-said">{word.pictureText(spots.length, lines.length)}</desc>
        {raw(lines.map(lineOf).join(""))}
        {spots.map((spot) => {
          const host = hosts.get(spot.id);
          return host && <HostSpot {...{ spot, host, language, detailed }} href={hrefOf(host)} />;
        })}
      </svg>
    </nav>
  );
}

/** Few hosts are not blown up to fill the page: their names are no larger than those of many. */
const largest = 1.25;

/** With more than this, hosts are points instead of emblems: a page stays light. */
const mostDetailed = 60;

const lineOf = ({ from, to, bend }: Line): string => {
  const way = bend === null ? `L${at(to)}` : `Q${round(bend.x)} ${round(bend.y)} ${at(to)}`;
  return `<path class="network-line" d="M${at(from)}${way}"/>`;
};

const at = ({ x, y }: Spot): string => `${round(x)} ${round(y)}`;
const round = (n: number): string => String(Math.round(n * 10) / 10);

interface HostSpotProps {
  readonly spot: Spot;
  readonly host: Drawn;
  readonly href: string;
  readonly language: Language;
  readonly detailed: boolean;
}

function HostSpot({ spot: { x, y }, host, href, language, detailed }: HostSpotProps) {
  const { name } = host;
  const label = host.own ? `${name} (${words[language].ours.toLowerCase()})` : name;
  return (
    <a class={host.own ? "network-host network-own" : "network-host"} href={href}>
      <title>{label}</title>
      <circle class="emblem-ground" cx={x} cy={y} r={radius} />
      {detailed ? (
        <g transform={`translate(${x - radius} ${y - radius}) scale(${(2 * radius) / 48})`}>
          {raw(dotsOf(new URL(host.origin).host))}
        </g>
      ) : (
        <circle class="emblem-a" cx={x} cy={y} r={radius / 2} />
      )}
      <circle class="network-ring" cx={x} cy={y} r={radius} />
      {nameLines(name).map((line, place) => (
        <text x={x} y={y + radius + 18 + place * 16} text-anchor="middle">
          {line}
        </text>
      ))}
    </a>
  );
}

const dotsOf = (address: string): string =>
  emblemDots(address)
    .map(({ x, y, r, dye }) => `<circle class="emblem-${dye}" cx="${x}" cy="${y}" r="${r}"/>`)
    .join("");

/** As many signs as the cell of a host has room for beside the names of the others. */
const mostSigns = 14;

/** A name in at most two lines, cut where it is longer; the whole of it is in the title of the link. */
function nameLines(name: string): readonly string[] {
  const [first = "", ...rest] = name.trim().split(/\s+/).reduce(filled, []);
  if (rest.length === 0) return [cut(first)];
  return [cut(first), cut(rest.join(" "))];
}

const filled = (lines: readonly string[], word: string): readonly string[] => {
  const last = lines.at(-1);
  return last !== undefined && last.length + 1 + word.length <= mostSigns
    ? [...lines.slice(0, -1), `${last} ${word}`]
    : [...lines, word];
};

const cut = (line: string): string => {
  const signs = [...line];
  return signs.length <= mostSigns
    ? line
    : `${signs
        .slice(0, mostSigns - 1)
        .join("")
        .trimEnd()}…`;
};
