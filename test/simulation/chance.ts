/** Chance that is the same again for the same seed. */
export interface Chance {
  /** Between 0 and 1, 1 left out. */
  next(): number;
  /** A whole number below this one. */
  below(bound: number): number;
  between(least: number, most: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

/** Mulberry32: short, and good enough to deal out names and hours. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    ...{ next, below },
    between: (least, most) => least + next() * (most - least),
    pick<Value>(values: readonly Value[]): Value {
      if (values.length === 0) throw new Error("nothing to pick from");
      return values[below(values.length)] as Value;
    },
  };
}
