import { numbersOf, short } from "./drawings.ts";

export interface Dot {
  readonly x: string;
  readonly y: string;
  readonly r: string;
  /** Which of the three dyes. */
  readonly dye: "a" | "b" | "c";
}

/** A host's emblem on a 48 × 48 field: a small flight that its address alone decides, so that every site draws the same. */
export function emblemDots(address: string): readonly Dot[] {
  const next = numbersOf(address);
  for (let i = 0; i < 5; i++) next();
  const shape = shapes[Math.floor(next() * 6)] ?? turn;
  const angle = next() * Math.PI * 2;
  const count = 14 + Math.floor(next() * 6);
  const suit = suits[Math.floor(next() * 4)] ?? "aab";
  const flip = next() < 0.5 ? -1 : 1;
  const points = Array.from({ length: count }, (_, i): Point => {
    const t = i / (count - 1);
    const at = shape(t, i, count);
    const x = at.x + (next() - 0.5) * 2.2;
    const y = at.y + (next() - 0.5) * 2.2;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return { x: x * cos - y * flip * sin, y: x * sin + y * flip * cos, r: at.r ?? usualSize(t), k: next() };
  });
  spread(points);
  return settle(points, suit);
}

interface Point {
  x: number;
  y: number;
  readonly r: number;
  readonly k: number;
}

type Shape = (t: number, i: number, count: number) => { readonly x: number; readonly y: number; readonly r?: number };

const suits = ["aab", "aca", "ccb", "acb"];
const usualSize = (t: number) => 1.5 + 2.6 * Math.sin(Math.PI * (0.12 + 0.8 * t));

const turn: Shape = (t) => ({ x: 14 * Math.cos(t * Math.PI * 1.35), y: 14 * Math.sin(t * Math.PI * 1.35) });
const wave: Shape = (t) => ({ x: -16 + 32 * t, y: 8.5 * Math.sin(t * Math.PI * 2) });
const spiral: Shape = (t) => {
  const angle = t * Math.PI * 3.1;
  const reach = 3 + 13.5 * t;
  return { x: reach * Math.cos(angle), y: reach * Math.sin(angle), r: 1.4 + 2.4 * t };
};
const chevron: Shape = (_, i, count) => {
  const k = Math.floor((i + 1) / 2) / (count / 2);
  return { x: 12 - 26 * k, y: (i % 2 ? 1 : -1) * 15 * k, r: 4 - 2.4 * k };
};
const cloud: Shape = (t, i) => {
  const angle = i * 2.39996;
  const reach = 4.1 * Math.sqrt(i);
  return { x: reach * Math.cos(angle), y: reach * Math.sin(angle) * 0.8, r: 3.5 - 2.1 * t };
};
const loop: Shape = (t) => {
  const angle = t * Math.PI * 2;
  return { x: 15 * Math.sin(angle), y: 12 * Math.sin(2 * angle) * 0.75, r: 1.7 + 1.7 * Math.abs(Math.cos(angle)) };
};
const shapes: readonly Shape[] = [turn, wave, spiral, chevron, cloud, loop];

// No two points touch: each stays itself.
function spread(points: readonly Point[]): void {
  for (let round = 0; round < 60; round++) {
    points.forEach((p, i) => {
      for (const q of points.slice(0, i)) part(p, q);
    });
  }
}

function part(p: Point, q: Point): void {
  const dx = p.x - q.x;
  const dy = p.y - q.y;
  const far = Math.hypot(dx, dy) || 0.01;
  const lack = (p.r + q.r + 0.9 - far) / 2;
  if (lack <= 0) return;
  p.x += (dx / far) * lack;
  p.y += (dy / far) * lack;
  q.x -= (dx / far) * lack;
  q.y -= (dy / far) * lack;
}

function settle(points: readonly Point[], suit: string): readonly Dot[] {
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const midX = (Math.min(...xs) + Math.max(...xs)) / 2;
  const midY = (Math.min(...ys) + Math.max(...ys)) / 2;
  const scale = 19.5 / Math.max(...points.map((p) => Math.hypot(p.x - midX, p.y - midY) + p.r));
  return points.map((p) => ({
    x: short(24 + (p.x - midX) * scale),
    y: short(24 + (p.y - midY) * scale),
    r: short(p.r * scale * 0.98),
    dye: suit[Math.floor(p.k * 3)] as Dot["dye"],
  }));
}
