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

/** PostgreSQL indexes no longer ones. */
export const indexable = (address: string): boolean => Buffer.byteLength(address) <= 2_048;

/** The address of a thing, named or embedded, that can be kept. */
export const address = reference.refine(indexable);

/** Where a thing itself says that it stands. */
export const ownAddress = z.url().refine(indexable);

/** The first of several, or the only one. */
export const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

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
