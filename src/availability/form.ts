import { z } from "zod";
import { TerritoryShape } from "../hosts/form.ts";
import { type AvailabilityStatement, availabilityStates, type Wave } from "./availability.ts";

const text = z.string().nullable().default(null);

/** All that a statement says besides its state, as the database keeps it. */
export const StoredDetails = z.object({
  slots: z.number().nullable().default(null),
  capacity: z.number().nullable().default(null),
  nextOpening: text,
  waves: z
    .array(z.object({ opens: text, until: text, places: z.number().nullable().default(null), note: text }))
    .readonly()
    .default([]),
  approval: text,
  territory: TerritoryShape.nullable().default(null),
  message: text,
}) satisfies z.ZodType<Omit<AvailabilityStatement, "state">>;

const places = z.int("a whole number of places").min(0, "a number of places, from 0 on").max(1_000_000);
const words = z.string().trim().max(2_000).nullable().default(null);
const opening = z
  .union([z.iso.date(), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)], "a day like 2027-03-01 or a month like 2027-03")
  .nullable()
  .default(null);

const WaveInput = z.strictObject({
  opens: opening,
  until: opening,
  places: places.nullable().default(null),
  note: words,
}) satisfies z.ZodType<Wave>;

/** What a form or the API says of an offer's availability; only the state is needed. */
export const AvailabilityInput = z.strictObject({
  state: z.enum(availabilityStates, `one of ${availabilityStates.join(", ")}`),
  slots: places.nullable().default(null),
  capacity: places.nullable().default(null),
  nextOpening: opening,
  waves: z.array(WaveInput).max(50).readonly().default([]),
  approval: words,
  territory: TerritoryShape.nullable().default(null),
  message: words,
}) satisfies z.ZodType<AvailabilityStatement>;
