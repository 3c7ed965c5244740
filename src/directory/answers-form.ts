import { z } from "zod";
import type { Language } from "../foundation/language.ts";
import { isTerritory } from "../hosts/territories.ts";
import { isCode } from "../hosts/vocabularies.ts";
import { centsOf } from "../offers/price.ts";
import type { Answers } from "./answers.ts";
import { mostWishes } from "./combinations.ts";
import { helps } from "./help.ts";
import { readPlace } from "./place-asked.ts";
import { toolNamed, wishesOf } from "./wishes.ts";

/** The fields that somebody may fill in wrongly. */
export type AnswerField = "need" | "leave" | "place" | "users" | "price_max";

export type AnswerRefusal =
  | "too-many-wishes"
  | "tool-unknown"
  | "place-unknown"
  | "place-ambiguous"
  | "number-malformed"
  | "amount-malformed";

export interface ReadAnswers {
  readonly answers: Answers;
  /** What was typed, to be shown again. */
  readonly typed: Readonly<Record<"leave" | "place" | "users" | "price_max", string>>;
  readonly wrong: Readonly<Partial<Record<AnswerField, AnswerRefusal>>>;
  /** The places that may have been meant, where there are several. */
  readonly places: readonly string[];
}

/** What an address of the three questions says; what is no answer at all is left out, what is typed wrongly is said. */
export function readAnswers(query: URLSearchParams, language: Language): ReadAnswers {
  const typed = {
    leave: text(query, "leave"),
    place: text(query, "place"),
    users: text(query, "users"),
    price_max: text(query, "price_max"),
  };
  const place = readWhere(typed.place, text(query, "territory"), language);
  const named = typed.leave.split(/[,;]/).filter((tool) => tool.trim() !== "");
  const left = [...query.getAll("alternative_to"), ...named].flatMap((tool) => toolNamed(tool) ?? []);
  const needs = query.getAll("need").filter((need) => isCode("needs", need));
  const people = typed.users === "" ? null : People.safeParse(typed.users.replaceAll(/\s/g, ""));
  const budget = typed.price_max === "" ? null : centsOf(plainAmount(typed.price_max), "EUR");
  return {
    typed,
    answers: {
      needs,
      alternativeTo: left,
      territory: place.territory,
      people: people?.data ?? null,
      budget,
      help: Helps.parse(query.getAll("help")),
      keeper: Keepers.parse(query.get("keeper")),
    },
    wrong: {
      ...(wishesOf(needs, left).length > mostWishes ? { need: "too-many-wishes" as const } : {}),
      ...(named.some((tool) => toolNamed(tool) === null) ? { leave: "tool-unknown" as const } : {}),
      ...(place.wrong ? { place: place.wrong } : {}),
      ...(people?.success === false ? { users: "number-malformed" as const } : {}),
      ...(typed.price_max !== "" && budget === null ? { price_max: "amount-malformed" as const } : {}),
    },
    places: place.places,
  };
}

const longest = 200;
const text = (query: URLSearchParams, name: string): string => (query.get(name) ?? "").trim().slice(0, longest);

const People = z.coerce.number().int().min(1).max(100_000);
const Helps = z.array(z.string()).transform((list) => helps.filter((help) => list.includes(help)));
const Keepers = z.enum(["host", "us"]).nullable().catch(null);

/** "12,50 €" and "1 000" are how people write amounts. */
const plainAmount = (typed: string): string => typed.replaceAll(/[\s\u00a0\u202f€]/g, "").replace(",", ".");

interface Where {
  readonly territory: string | null;
  readonly places: readonly string[];
  readonly wrong: "place-unknown" | "place-ambiguous" | null;
}

/** A place that was typed counts more than one that was there before; of several, one may have been chosen since. */
function readWhere(typed: string, code: string, language: Language): Where {
  const known = code !== "remote" && isTerritory(code) ? code : null;
  const place = readPlace(typed, language);
  if (place === null) return { territory: known, places: [], wrong: null };
  const places = place.meant.filter((one) => one !== "remote");
  const [only, another] = places;
  if (only === undefined) return { territory: null, places, wrong: "place-unknown" };
  if (another === undefined) return { territory: only, places: [], wrong: null };
  if (known !== null && places.includes(known)) return { territory: known, places: [], wrong: null };
  return { territory: null, places, wrong: "place-ambiguous" };
}
