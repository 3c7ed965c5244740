import { z } from "zod";
import { availabilityStates } from "../availability/availability.ts";
import type { Quantity } from "../catalogue/catalogue.ts";
import { capabilities } from "../hosts/host.ts";
import { codesOf, needs } from "../hosts/vocabularies.ts";
import { centsOf, currencyDigits, decimalOf, fold } from "../offers/price.ts";
import { type Filters, joints, noFilters, sorts } from "./directory.ts";
import { readPlace, territoryOf } from "./place-asked.ts";

/** A value in an address that says nothing here, and what would. */
export interface FilterFault {
  readonly name: string;
  readonly value: string;
  /** After "It must be". */
  readonly expected: string;
}

/** The parts of an address that choose what is found; what else stands there is somebody else's. */
export const filterNames = [
  ...["q", "need", "audience", "territory", "availability", "price_max", "currency", "gb", "users", "software"],
  ...["alternative_to", "isolation", "accompaniment", "capability", "language", "joint", "fresh", "trust", "sort"],
] as const;

/** What an address asks for; what cannot be understood is left out. */
export function readFilters(query: URLSearchParams): Filters {
  return checkFilters(query).filters;
}

/** The same, with what cannot be understood. */
export function checkFilters(query: URLSearchParams): {
  readonly filters: Filters;
  readonly faults: readonly FilterFault[];
} {
  const faults: FilterFault[] = [];
  const reader = readerOf(query, faults);
  const { list, one } = reader;
  const filters: Filters = {
    q: one("q", Words) ?? "",
    needs: list("need", codesIn("needs")),
    audiences: list("audience", codesIn("audiences")),
    territory: one("territory", Place),
    availability: list("availability", z.enum(availabilityStates)),
    price: priceIn(reader),
    software: list("software", Name),
    alternativeTo: list("alternative_to", Tool),
    isolation: one("isolation", z.enum(["dedicated", "shared"])),
    accompaniment: list("accompaniment", codesIn("accompaniment")),
    capabilities: list("capability", z.enum(capabilities)),
    languages: list("language", z.string().regex(/^[a-z]{2,3}$/, "a language code like fr")),
    joint: list("joint", z.enum(joints)),
    fresh: one("fresh", whole(3_650, "a whole number of days, 3650 at most")),
    all: one("trust", z.enum(["all", "vouched"])) === "all",
    sort: one("sort", z.enum(sorts)) ?? noFilters.sort,
  };
  return { filters, faults };
}

/** The address that asks for this; what nobody asked for is not in it. */
export function writeFilters(filters: Filters): URLSearchParams {
  const { q, territory, price, isolation, fresh, all, sort } = filters;
  const query = new URLSearchParams();
  const add = (name: (typeof filterNames)[number], values: readonly (string | number | null)[]) => {
    for (const value of values) if (value !== null && value !== "") query.append(name, String(value));
  };
  add("q", [q]);
  add("need", filters.needs);
  add("audience", filters.audiences);
  add("territory", [territory]);
  add("availability", filters.availability);
  if (price !== null) {
    add("price_max", [decimalOf(price.cents, price.currency)]);
    add("currency", price.currency === "EUR" ? [] : [price.currency]);
    if (price.quantity !== null) add(price.quantity.unit === "GB" ? "gb" : "users", [price.quantity.count]);
  }
  add("software", filters.software);
  add("alternative_to", filters.alternativeTo);
  add("isolation", [isolation]);
  add("accompaniment", filters.accompaniment);
  add("capability", filters.capabilities);
  add("language", filters.languages);
  add("joint", filters.joint);
  add("fresh", [fresh]);
  add("trust", all ? ["all"] : []);
  add("sort", sort === noFilters.sort ? [] : [sort]);
  return query;
}

interface QueryReader {
  /** Every value of this name. */
  list<Value>(name: string, shape: z.ZodType<Value, string>): readonly Value[];
  /** The first one; null where there is none. */
  one<Value>(name: string, shape: z.ZodType<Value, string>): Value | null;
}

function readerOf(query: URLSearchParams, faults: FilterFault[]): QueryReader {
  const list = <Value>(name: string, shape: z.ZodType<Value, string>): readonly Value[] => {
    const given = [...new Set(query.getAll(name).map((value) => value.trim()))].filter((value) => value !== "");
    return given.slice(0, 50).flatMap((value) => {
      const read = shape.safeParse(value);
      if (read.success) return [read.data];
      faults.push({ name, value: value.slice(0, 100), expected: sentence(read.error) });
      return [];
    });
  };
  return { list, one: (name, shape) => list(name, shape)[0] ?? null };
}

function sentence({ issues: [issue] }: z.ZodError): string {
  return issue?.code === "invalid_value" ? `one of ${issue.values.join(", ")}` : (issue?.message ?? "something else");
}

const codesIn = (list: Parameters<typeof codesOf>[0]) => z.enum(codesOf(list));
const Words = z.string().transform((text) => text.slice(0, 200));
const Name = z.string().max(100, "a name of 100 letters at most");
const whole = (most: number, expected: string) =>
  z
    .string()
    .regex(/^[0-9]{1,7}$/, expected)
    .transform(Number)
    .refine((count) => count >= 1 && count <= most, expected);

const tools = [...new Set(needs.flatMap(({ alternativeTo }) => alternativeTo))];
const knownTools = new Map(tools.map((tool) => [fold(tool), tool]));
const Tool = z.string().transform((text, context) => {
  const tool = knownTools.get(fold(text));
  if (tool !== undefined) return tool;
  context.addIssue(`one of ${tools.join(", ")}`);
  return z.NEVER;
});

/** A code, a postcode, or a name that one place alone has. */
const Place = z.string().transform((text, context) => {
  const place = readPlace(text, "fr");
  const territory = place && territoryOf(place);
  if (territory !== null) return territory;
  const meant = place?.meant ?? [];
  context.addIssue(
    meant.length === 0
      ? "a postcode like 16000, the name of a commune, or a code like com:16015, epci:200071827, dep:16, reg:75, country:FR"
      : `one place: ${meant.slice(0, 12).join(", ")} are called so`,
  );
  return z.NEVER;
});

const Currency = z
  .string()
  .refine((code) => Object.hasOwn(currencyDigits, code), `one of ${Object.keys(currencyDigits).join(", ")}`);
const many = whole(1_000_000, "a whole number");

function priceIn({ one }: QueryReader): Filters["price"] {
  const currency = one("currency", Currency) ?? "EUR";
  const [gb, users] = [one("gb", many), one("users", many)];
  const cents = one(
    "price_max",
    z.string().transform((text, context) => {
      const read = centsOf(text.replace(",", "."), currency);
      if (read !== null) return read;
      context.addIssue("an amount for a month, like 12 or 12.50");
      return z.NEVER;
    }),
  );
  return cents === null ? null : { cents, currency, quantity: quantityOf(gb, users) };
}

function quantityOf(gb: number | null, users: number | null): Quantity | null {
  if (gb !== null) return { unit: "GB", count: gb };
  return users === null ? null : { unit: "users", count: users };
}
