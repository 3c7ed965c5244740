import { readFileSync } from "node:fs";
import { projectPath } from "../foundation/project-path.ts";

export const schemes = ["light", "dark"] as const;

export type Scheme = (typeof schemes)[number];

/** Two roles that meet on a page, and how far apart WCAG 2.2 AA asks them to be. */
export interface RolePair {
  readonly front: string;
  readonly back: string;
  /** 4.5 for words, 3 for the edges and points that one has to see. */
  readonly least: 4.5 | 3;
}

/** The pairs of roles that meet on pages. */
export const rolePairs: readonly RolePair[] = [
  ...pairs("text text-soft link link-hover voice voice-strong good note care bad", grounds()),
  ...pairs("line-strong focus point-a", grounds(), 3),
  ...pairs("action-text", "action action-hover"),
  ...pairs("action-edge", grounds(), 3),
  ...pairs("text text-soft voice voice-strong link", "voice-soft"),
  ...pairs("sheet", "voice"),
  ...["good", "note", "care", "bad"].flatMap((tint) => pairs(`${tint} text text-soft link`, `${tint}-soft`)),
];

function grounds(): string {
  return "ground ground-soft ground-band sheet";
}

function pairs(fronts: string, backs: string, least: RolePair["least"] = 4.5): readonly RolePair[] {
  return fronts.split(" ").flatMap((front) => backs.split(" ").map((back) => ({ front, back, least })));
}

/** The contrast of a pair in a scheme, from 1 to 21, as WCAG counts it. */
export function contrastOf({ front, back }: Pick<RolePair, "front" | "back">, scheme: Scheme): number {
  const [dark = 0, light = 0] = [front, back].map((role) => luminance(colourOf(role, scheme))).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What a role is in a scheme: `#2a1620`. */
export function colourOf(role: string, scheme: Scheme): string {
  const value = tokens[scheme].get(`--${role}`) ?? tokens.light.get(`--${role}`);
  const dye = value?.match(/^var\(--([\w-]+)\)$/)?.[1];
  if (dye !== undefined) return colourOf(dye, scheme);
  if (value === undefined || !/^#[\da-f]{6}$/.test(value)) throw new Error(`${role} is no colour in ${scheme}`);
  return value;
}

/** What changes with the scheme. */
export function changingRoles(): readonly string[] {
  return [...tokens.dark.keys()].map((name) => name.slice(2));
}

const tokens: Readonly<Record<Scheme, ReadonlyMap<string, string>>> = readTokens();

function readTokens() {
  const sheet = readFileSync(projectPath("src", "web", "styles", "tokens.css"), "utf8");
  const [light = "", dark = ""] = sheet.split(/@media \(prefers-(?:color-scheme: dark|contrast: more)\)/);
  const read = (part: string) =>
    new Map([...part.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]));
  return { light: read(light), dark: read(dark) };
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
