import { turns } from "../foundation/turns.ts";

/** The cards that were drawn last, in the memory of this process. */
export interface Gallery {
  /** A card by its version: as it was drawn, or drawn now. Null when so many wait already that this one must do without. */
  show(version: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array | null>;
}

/** Draws one at a time, each only once, and keeps no more than so many bytes: what others ask for cannot fill memory, nor take all the time. */
export function openGallery({ bytes = 4 * 1024 * 1024, waiting = 8 } = {}): Gallery {
  const kept = new Map<string, Uint8Array>();
  const drawing = new Map<string, Promise<Uint8Array>>();
  const oneAtATime = turns(1);
  const draw = async (version: string, work: () => Promise<Uint8Array>) => {
    const card = await oneAtATime(work);
    keep(kept, version, card, bytes);
    return card;
  };
  return {
    async show(version, work) {
      const known = kept.get(version);
      if (known) {
        keep(kept, version, known, bytes);
        return known;
      }
      if (!drawing.has(version)) {
        if (drawing.size >= waiting) return null;
        drawing.set(
          version,
          draw(version, work).finally(() => drawing.delete(version)),
        );
      }
      return (await drawing.get(version)) ?? null;
    },
  };
}

/** The one shown last comes last; the first make room. */
function keep(kept: Map<string, Uint8Array>, version: string, card: Uint8Array, most: number): void {
  kept.delete(version);
  kept.set(version, card);
  let sum = [...kept.values()].reduce((all, { length }) => all + length, 0);
  for (const [oldest, { length }] of kept) {
    if (sum <= most || oldest === version) break;
    kept.delete(oldest);
    sum -= length;
  }
}
