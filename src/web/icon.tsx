import { readFileSync } from "node:fs";
import { raw } from "hono/html";
import { projectPath } from "../foundation/project-path.ts";
import { emblemDots } from "./emblem.ts";

export type IconName = (typeof iconNames)[number];

/** A sign beside a word, never alone: it is drawn for eyes only. In the page itself, so that no policy has to allow more. */
export function Icon({ name }: { readonly name: IconName }) {
  const { box, drawing } = drawingOf(name);
  return (
    <svg class="icon" viewBox={box} aria-hidden="true">
      {raw(drawing)}
    </svg>
  );
}

/** Draws nothing: keeps a sign for the `SharedIcon`s of this page, each of which would else bring its own drawing. */
export function IconShape({ name }: { readonly name: IconName }) {
  const { box, drawing } = drawingOf(name);
  return (
    <svg hidden width="0" height="0" aria-hidden="true">
      <symbol id={`icon-${name}`} viewBox={box}>
        {raw(drawing)}
      </symbol>
    </svg>
  );
}

/** The sign that an `IconShape` keeps. */
export function SharedIcon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}

/** How a sign is drawn: the field it stands on, and its shapes. */
export function drawingOf(name: IconName): Drawing {
  return symbols.get(name) ?? { box: "0 0 256 256", drawing: "" };
}

/** The flight that stands for a host, drawn from its address. */
export function Emblem({ address, size }: { readonly address: string; readonly size: number }) {
  return (
    <svg class="emblem" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <circle class="emblem-ground" cx="24" cy="24" r="24" />
      {raw(emblemFlight(address))}
    </svg>
  );
}

// A page shows a dozen of them, so each dye is named once: no two dots touch, and their order shows nowhere.
function emblemFlight(address: string): string {
  const byDye = Map.groupBy(emblemDots(address), ({ dye }) => dye);
  return [...byDye]
    .map(([dye, dots]) => {
      const drawn = dots.map(({ x, y, r }) => `<circle cx="${x}" cy="${y}" r="${r}"/>`).join("");
      return `<g class="emblem-${dye}">${drawn}</g>`;
    })
    .join("");
}

/** Every sign of the sprite `img/icons.svg`. */
export const iconNames = [
  "arrow-left",
  "arrow-right",
  "arrow-square-out",
  "arrows-clockwise",
  "bell-ringing",
  "calculator",
  "chat-circle-text",
  "check",
  "check-circle",
  "clock",
  "door-open",
  "envelope-simple",
  "fediverse-logo",
  "folder-open",
  "globe-simple",
  "hand-heart",
  "handshake",
  "hard-drives",
  "house-line",
  "identification-card",
  "info",
  "key",
  "magnifying-glass",
  "map-pin",
  "megaphone",
  "partners",
  "plus",
  "printer",
  "rss",
  "shield-check",
  "signpost",
  "trash",
  "tray",
  "users-three",
  "video-camera",
  "warning",
  "warning-circle",
  "wrench",
  "x",
  "state-open",
  "state-limited",
  "state-by-approval",
  "state-waiting-list",
  "state-between-waves",
  "state-paused",
  "state-closed",
  "state-ending",
  "state-unknown",
] as const;

const sprite = readFileSync(projectPath("src", "web", "img", "icons.svg"), "utf8");
interface Drawing {
  readonly box: string;
  readonly drawing: string;
}

const symbols: ReadonlyMap<string, Drawing> = new Map(
  [...sprite.matchAll(/<symbol id="([^"]+)" viewBox="([^"]+)">(.*?)<\/symbol>/gs)].map(
    ([, name = "", box = "", drawing = ""]) => [name, { box, drawing }],
  ),
);
