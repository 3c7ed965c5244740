import { z } from "zod";

/** Somewhere, in words; with the middle of it where that is known. */
export interface Place {
  readonly name: string;
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
}

export function writePlace({ name, position }: Place) {
  return { type: "Place", name, ...position };
}

export const PlaceShape = z
  .object({ name: z.string(), latitude: z.number().optional(), longitude: z.number().optional() })
  .transform(({ name, latitude, longitude }): Place => {
    const known = latitude !== undefined && longitude !== undefined;
    return { name, position: known ? { latitude, longitude } : null };
  });
