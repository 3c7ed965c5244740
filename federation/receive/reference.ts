import { z } from "zod";
import { first, listOf, reference } from "../vocabulary/shapes.ts";

/** A value of this shape, or null for anything else. */
export const orNothing = <Value extends z.ZodType>(value: Value) =>
  value
    .nullish()
    .catch(null)
    .transform((read) => read ?? null);

const Referred = z.union([
  z.string().transform((id) => ({ id, type: null, actor: null, object: null })),
  z.object({
    id: orNothing(z.string()),
    type: z.preprocess(first, orNothing(z.string())),
    actor: orNothing(reference),
    object: orNothing(reference),
  }),
]);

/** What an activity refers to: another activity or a thing, named or embedded. */
export interface Reference {
  readonly id: string | null;
  readonly type: string | null;
  readonly actor: string | null;
  readonly object: string | null;
}

/** Reads the object of an activity that is about another; of a list, the first. Null when there is none. */
export function readReference(object: unknown): Reference | null {
  return Referred.safeParse(first(object)).data ?? null;
}

/** The addresses in a list of things, each named or embedded. */
export function listAddresses(things: unknown): readonly string[] {
  return listOf(z.unknown())
    .parse(things)
    .flatMap((thing) => readReference(thing)?.id ?? []);
}
