/**
 * A set of entries, a bit for each ordinal, as `catalogue_bits` has them: the first entry is the highest bit of the
 * first byte. All sets that are combined have the same size.
 */
export interface Bitmap {
  readonly bytes: Uint8Array;
  /** The same memory, for what does not care about order. */
  readonly words: Uint32Array;
}

/** An empty set for so many chunks of `catalogue_bits`. */
export function bitmap(chunks: number): Bitmap {
  const memory = new ArrayBuffer(chunks * chunkBytes);
  return { bytes: new Uint8Array(memory), words: new Uint32Array(memory) };
}

export const chunkBytes = 1_024;

/** The same in another number of chunks; what is beyond their end is left out. */
export function resized(set: Bitmap, chunks: number): Bitmap {
  if (set.bytes.length === chunks * chunkBytes) return set;
  const made = bitmap(chunks);
  made.bytes.set(set.bytes.subarray(0, made.bytes.length));
  return made;
}

/** Those of both. */
export function and(one: Bitmap, other: Bitmap): Bitmap {
  const made = alike(one);
  for (let at = 0; at < made.words.length; at += 1) made.words[at] = (one.words[at] ?? 0) & (other.words[at] ?? 0);
  return made;
}

/** Those of either. */
export function or(one: Bitmap, other: Bitmap): Bitmap {
  const made = alike(one);
  for (let at = 0; at < made.words.length; at += 1) made.words[at] = (one.words[at] ?? 0) | (other.words[at] ?? 0);
  return made;
}

/** Those of the first alone. */
export function without(one: Bitmap, other: Bitmap): Bitmap {
  const made = alike(one);
  for (let at = 0; at < made.words.length; at += 1) made.words[at] = (one.words[at] ?? 0) & ~(other.words[at] ?? 0);
  return made;
}

const alike = ({ bytes }: Bitmap): Bitmap => bitmap(bytes.length / chunkBytes);

export function count({ words }: Bitmap): number {
  let sum = 0;
  for (let index = 0; index < words.length; index += 1) sum += ones(words[index] ?? 0);
  return sum;
}

export const isEmpty = ({ words }: Bitmap): boolean => words.every((word) => word === 0);

export function has({ bytes }: Bitmap, ordinal: number): boolean {
  return (((bytes[ordinal >> 3] ?? 0) >> (7 - (ordinal & 7))) & 1) === 1;
}

/** Every ordinal of the set, in order. */
export function each({ bytes, words }: Bitmap, visit: (ordinal: number) => void): void {
  for (let word = 0; word < words.length; word += 1) {
    if (words[word] === 0) continue;
    for (let at = word * 4; at < word * 4 + 4; at += 1) eachOf(bytes[at] ?? 0, at * 8, visit);
  }
}

function eachOf(byte: number, first: number, visit: (ordinal: number) => void): void {
  for (let left = byte; left !== 0; ) {
    const bit = Math.clz32(left) - 24;
    visit(first + bit);
    left &= ~(0x80 >> bit);
  }
}

/**
 * Those of whom a number is at most `highest`. `digits` are its binary digits, the lowest first, `said` all that have one:
 * from the highest digit down, who is still equal and has 0 where `highest` has 1 is less.
 */
export function atMost(highest: number, digits: readonly Bitmap[], said: Bitmap): Bitmap {
  if (highest >= 2 ** digits.length) return said;
  const made = alike(said);
  if (highest < 0) return made;
  const falling = digits.map(({ words }, digit) => ({ words, one: ((highest >> digit) & 1) === 1 })).reverse();
  for (let at = 0; at < made.words.length; at += 1) made.words[at] = lessOrEqual(falling, at, said.words[at] ?? 0);
  return made;
}

interface Digit {
  readonly words: Uint32Array;
  /** Whether the number that is compared with has a 1 here. */
  readonly one: boolean;
}

function lessOrEqual(falling: readonly Digit[], at: number, said: number): number {
  let [less, equal] = [0, said];
  for (const { words, one } of falling) {
    const set = words[at] ?? 0;
    if (one) less |= equal & ~set;
    equal &= one ? set : ~set;
  }
  return less | equal;
}

/** How many bits of 32 are 1. */
function ones(word: number): number {
  let pairs = word - ((word >>> 1) & 0x5555_5555);
  pairs = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
