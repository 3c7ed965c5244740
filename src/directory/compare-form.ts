import { z } from "zod";
import type { Quantity } from "./costs.ts";

type QuantityField = "users" | "gb";

export interface ReadComparison {
  /** The offers that are asked for, by whatever names them. */
  readonly names: readonly string[];
  readonly quantity: Quantity;
  /** The numbers as they stand in the fields. */
  readonly typed: Readonly<Record<QuantityField, string>>;
  readonly wrong: readonly QuantityField[];
}

/** What an address of the comparison asks for. */
export function readComparison(query: URLSearchParams): ReadComparison {
  const names = [...new Set(query.getAll("offer").map((name) => name.trim()))].filter((name) => name !== "");
  const typed = { users: numberIn(query, "users"), gb: numberIn(query, "gb") };
  const read = { users: countOf(typed.users), gb: countOf(typed.gb) };
  return {
    names: names.slice(0, mostNames).map((name) => name.slice(0, 1_000)),
    quantity: { users: read.users ?? null, gb: read.gb ?? null },
    typed,
    wrong: (["users", "gb"] as const).filter((field) => read[field] === undefined),
  };
}

// More than can be compared, so that what is too much can be named.
const mostNames = 12;

/** What is asked where nobody has said a number: a small association, as the calculator of an offer takes it. */
const usual: Readonly<Record<QuantityField, string>> = { users: "5", gb: "20" };

const numberIn = (query: URLSearchParams, field: QuantityField): string =>
  (query.get(field) ?? usual[field]).trim().slice(0, 20);

const Count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** Null for no number, undefined for what is none. */
function countOf(typed: string): number | null | undefined {
  return typed === "" ? null : Count.safeParse(typed.replaceAll(/[\s\u00a0\u202f]/g, "")).data;
}
