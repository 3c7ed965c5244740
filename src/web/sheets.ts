import { readFileSync } from "node:fs";
import { projectPath } from "../foundation/project-path.ts";
import { changingRoles, colourOf, schemes } from "./roles.ts";

export type SheetName = keyof typeof sheets;

/** One sheet as a browser gets it: its files in their order, without the space and the remarks that are for us. */
export function joined(name: SheetName): string {
  const files = sheets[name].map((file) => readFileSync(projectPath("src", "web", "styles", `${file}.css`), "utf8"));
  return `${layers}${files.map(tightened).join("")}${name === "design" ? schemeRules() : ""}`;
}

/** What each kind of page needs. Every page has `essaim`; the others come after it, so that no public page pays for the desk. */
const sheets = {
  essaim: [
    ...files("tokens reset base layout"),
    ...components("icon emblem skip-link demo-banner site-header site-footer masthead breadcrumb button field search"),
    ...components("notice error-summary availability stamp tag card board facts does tiers calculator chart steps"),
    ...components("empty news table need-list call gloss pagination more"),
    ...files("utilities print"),
  ],
  /** Where something is drawn: a territory, a year of availability. */
  drawings: components("territory history network"),
  /** The host's desk: work, rather than reading. */
  desk: [
    ...components("desk desk-nav tasks advice form-part choice segments chip progress file conflict thread post"),
    ...components("journal spark qr codes offer-editor"),
  ],
  /** The space of an association. */
  association: components("segments reading choice chip qr codes"),
  /** Where hosts are looked for and compared. */
  directory: components("chip filters finder found map compare"),
  /** Where something is financed together: what comes together, who takes part, the poster. */
  funding: components("chip swarm pledges answers tear-off qr poster"),
  /** The three questions, and what answers them. */
  ways: components("choice reasons"),
  /** Where somebody asks, promises and answers. */
  acting: components("choice chip form-part segments tasks strips only"),
  /** The page that shows all of this. */
  design: components("sample"),
} as const;

export const sheetNames = Object.keys(sheets) as readonly SheetName[];

// Named in each, so that the order holds whichever arrives first.
const layers = "@layer reset,base,layout,components,utilities;";

/** Both schemes as classes, so that one page can show either, whatever the reader's machine prefers. */
function schemeRules(): string {
  const rules = schemes.map((scheme) => {
    const roles = changingRoles().map((role) => `--${role}:${colourOf(role, scheme)};`);
    return `.scheme-${scheme}{color-scheme:${scheme};${roles.join("")}}`;
  });
  return `@media screen{${rules.join("")}}`;
}

function files(names: string): readonly string[] {
  return names.split(" ");
}

function components(names: string): readonly string[] {
  return files(names).map((name) => `components/${name}`);
}

function tightened(sheet: string): string {
  return sheet
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replaceAll(";}", "}")
    .trim();
}
