import { readFileSync } from "node:fs";
import { Resvg, type ResvgRenderOptions, renderAsync } from "@resvg/resvg-js";
import { projectPath } from "../foundation/project-path.ts";
import type { Card } from "./card.ts";
import { clip, drawable, type Fitted, type Setting, setText } from "./card-text.ts";
import { emblemDots } from "./emblem.ts";
import { drawingOf, type IconName } from "./icon.tsx";

/** Draws a card as PNG, off the main thread. `logo` is a PNG. */
export async function drawCard(card: Card, logo: Uint8Array | null): Promise<Uint8Array> {
  const drawn = await renderAsync(writeCard(card, logo), options);
  return drawn.asPng();
}

const left = 72;
/** Where the flight of points begins. */
const width = 760;
const titleSettings: readonly Setting[] = [
  { size: 104, lines: 2 },
  { size: 82, lines: 3 },
  { size: 66, lines: 4 },
  { size: 54, lines: 4 },
];

/** The card as SVG, every text set by its measure. */
function writeCard(card: Card, logo: Uint8Array | null): string {
  const address = card.address;
  const above = drawable(card.above) || address;
  const title = setText(drawable(card.title) || above, titleSettings, width, widthOf("title"));
  const lines = bottomLines(card);
  return [
    ground.replace(/<\/svg>\s*$/, ""),
    logo === null ? emblem(address) : picture(logo),
    write(
      clip(above, width - 84, (text) => widthOf("title")(text, 34)),
      {
        ...{ x: left + 84, y: 104, size: 34, fill: soft, font: "title" },
      },
    ),
    titleLines(title),
    card.state === null ? "" : state(card.state.sign, drawable(card.state.words)),
    ...lines.map((line, index) => {
      const y = (card.state === null ? 460 : 502) + index * 41;
      return write(line, { x: left, y, size: lineSize, fill: card.state === null ? ink : soft, font: "text" });
    }),
    card.points === undefined ? "" : points(card.points),
    "</svg>",
  ].join("");
}

/** A line of points below all that is written: full ones are what there is. */
function points({ full, empty, mark }: NonNullable<Card["points"]>): string {
  const step = Math.min(30, width / Math.max(full + empty, 1));
  const dot = (at: number) =>
    at < full
      ? `<circle cx="${left + (at + 0.5) * step}" cy="545" r="${step * 0.42}" fill="${wine}"/>`
      : `<circle cx="${left + (at + 0.5) * step}" cy="545" r="${step * 0.36}" fill="#fff" stroke="#7d6a75" stroke-width="2"/>`;
  const drawn = Array.from({ length: full + empty }, (_, at) => dot(at)).join("");
  const tick = mark === null ? "" : `<path d="M${left + mark * step} 526v38" stroke="${ink}" stroke-width="4"/>`;
  return drawn + tick;
}

const wine = "#6a1b47";
const lineSize = 30;

function bottomLines({ lines, state: said }: Card): readonly string[] {
  const texts = lines.map(drawable).filter((line) => line !== "");
  const measure = widthOf("text");
  if (said !== null) return texts.slice(0, 2).map((line) => clip(line, width, (text) => measure(text, lineSize)));
  const [first = "", ...others] = texts;
  const room = { size: lineSize, lines: others.length > 0 ? 2 : 3 };
  const rest = others.slice(0, 1).map((line) => clip(line, width, (text) => measure(text, lineSize)));
  return [...(first === "" ? [] : setText(first, [room], width, measure).lines), ...rest];
}

/** In the middle between who speaks and what is said. */
function titleLines({ size, lines }: Fitted): string {
  const step = size * 1.05;
  const block = size + (lines.length - 1) * step;
  const first = 136 + (268 - block) / 2 + size * 0.8;
  return lines
    .map((line, index) =>
      write(line, { x: left, y: Math.round(first + index * step), size, fill: voice, font: "title" }),
    )
    .join("");
}

function state(sign: IconName, words: string): string {
  const { box, drawing } = drawingOf(sign);
  const tint = tints[sign] ?? soft;
  const text = clip(words, width - 54, (part) => widthOf("title")(part, 36));
  return `<svg x="${left}" y="427" width="40" height="40" viewBox="${box}" color="${tint}" fill="${tint}">${drawing}</svg>${write(
    text,
    { x: left + 54, y: 460, size: 36, fill: tint, font: "title" },
  )}`;
}

const [soft, ink, voice] = ["#604d58", "#2a1620", "#3a0d28"];
const [good, note, bad] = ["#1c6040", "#1c455a", "#a5300c"];
/** As on pages: a shape, a word, a tint. */
const tints: Readonly<Partial<Record<IconName, string>>> = {
  ...{ "state-open": good, "state-limited": good, "state-ending": bad },
  ...{ "hand-heart": "#6a1b47", "state-by-approval": note, "state-waiting-list": note, "state-between-waves": note },
};

function emblem(address: string): string {
  const dyes = { a: "#6a1b47", b: "#e9b51f", c: "#326c88" };
  const dots = emblemDots(address).map(
    ({ x, y, r, dye }) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${dyes[dye]}"/>`,
  );
  return `<svg x="${left}" y="58" width="64" height="64" viewBox="0 0 48 48"><circle cx="24" cy="24" r="24" fill="#fff"/>${dots.join("")}</svg>`;
}

function picture(png: Uint8Array): string {
  const data = Buffer.from(png).toString("base64");
  return `<clipPath id="circle"><circle cx="${left + 32}" cy="90" r="32"/></clipPath><image x="${left}" y="58" width="64" height="64" clip-path="url(#circle)" href="data:image/png;base64,${data}"/>`;
}

type Font = "title" | "text";

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly font: Font;
}

function write(text: string, { x, font, ...rest }: Placed): string {
  let at = x;
  return runsOf(text, font)
    .map(([run, face]) => {
      const start = at;
      at += advance(run, rest.size, face);
      return writeRun(run, { ...rest, x: start, font: face });
    })
    .join("");
}

/** A text's figures are those of titles, as on pages: its own font has none. */
function runsOf(text: string, font: Font): readonly (readonly [string, Font])[] {
  if (font === "title") return [[text, font]];
  return text
    .split(/(\d+(?:[,.]\d+)*)/)
    .flatMap((run) => (run === "" ? [] : [[run, /\d/.test(run) ? "title" : font] as const]));
}

function writeRun(run: string, { x, y, size, fill, font }: Placed): string {
  const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": " " };
  const escaped = run.replaceAll(/[&<>\u00a0]/g, (sign) => signs[sign] ?? sign);
  const spacing = font === "title" ? ` letter-spacing="${-size / 55}"` : "";
  return `<text x="${x}" y="${y}" xml:space="preserve" font-family="${families[font]}" font-size="${size}" fill="${fill}"${spacing}>${escaped}</text>`;
}

/** As the font files name themselves. Text has its figures from the other, as on pages. */
const families = { title: "Bricolage Grotesque 96pt ExtraBold", text: "Atkinson Hyperlegible Next" };
const files = ["bricolage-fr", "atkinson-next-fr"].map((name) => projectPath("dist", "data", "fonts", `${name}.ttf`));
const options: ResvgRenderOptions = {
  font: { loadSystemFonts: false, fontFiles: files, defaultFontFamily: families.text },
};
const ground = readFileSync(projectPath("src", "web", "cards", "ground.svg"), "utf8");

/** By what will draw it, kerning and all. */
function widthOf(font: Font): (text: string, size: number) => number {
  return (text, size) => runsOf(text, font).reduce((width, [run, face]) => width + advance(run, size, face), 0);
}

/** How far a run leads, its spaces too: a drawing knows the edges of its ink only, so something stands behind. */
function advance(run: string, size: number, font: Font): number {
  const known = advances.get(font + run);
  if (known !== undefined) return (known * size) / 100;
  const measured = edgeOf(`${run}|`, 100, font) - edgeOf("|", 100, font);
  if (advances.size >= 2_000) advances.clear();
  advances.set(font + run, measured);
  return (measured * size) / 100;
}

/** Of the runs that were measured, at size 100: to measure one takes as long as to draw it. */
const advances = new Map<string, number>();

function edgeOf(run: string, size: number, font: Font): number {
  const written = writeRun(run, { x: 0, y: 300, size, fill: ink, font });
  const drawing = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${written}</svg>`,
    options,
  );
  const box = drawing.getBBox();
  return box === undefined ? 0 : box.x + box.width;
}
