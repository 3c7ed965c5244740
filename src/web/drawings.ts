/** A repeatable source of numbers between 0 and 1 that a text alone decides (FNV-1a, then mulberry32). */
export function numbersOf(text: string): () => number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return () => {
    hash = (hash + 0x6d2b79f5) >>> 0;
    let t = Math.imul(hash ^ (hash >>> 15), hash | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number as a drawing writes it: two digits are finer than any screen. */
export function short(n: number): string {
  return String(Math.round(n * 100) / 100);
}
