import { z } from "zod";

/** One or several, as JSON-LD writers please, or nothing: always read as an array. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );

/** The address of a thing, whether only named or embedded. */
export const reference = z.preprocess(
  (value) => (typeof value === "object" && value !== null && "id" in value ? value.id : value),
  z.url(),
);

export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** What is absent is null inside. */
export const orNull = <Value extends z.ZodType>(value: Value) =>
  value.nullish().transform((read) => (read === undefined ? null : read));

/** Those of a mixed list that have one shape, in order. */
export function pick<Shape extends z.ZodType>(shape: Shape, items: readonly unknown[]): z.infer<Shape>[] {
  return items.flatMap((item) => {
    const read = shape.safeParse(item);
    return read.success ? [read.data] : [];
  });
}
