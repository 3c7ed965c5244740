import { isCode, type Vocabulary } from "../hosts/vocabularies.ts";
import { type LineOf, type Misreading, type NotUnderstood, type Path, pathText } from "./exchange.ts";

/** What is gathered while one host or offer is read. */
export interface Reading {
  readonly lineOf: LineOf;
  readonly problems: NotUnderstood[];
  /** Where the host or the offer itself stands; its `source` marks are noted from here on. */
  readonly base: Path;
  readonly sources: Map<string, unknown>;
}

/** An object as it is being read: what is taken out is ticked off, so that nothing is lost unseen. */
export interface Fields {
  readonly path: Path;
  readonly reading: Reading;
  readonly object: Readonly<Record<string, unknown>>;
  readonly open: Map<string, unknown>;
  readonly aside: Map<string, unknown>;
  readonly parts: Map<string, Fields | readonly Fields[]>;
}

/** Begins to read an object. Its `source` mark, and those of its parts, go to the reading's sources. */
export function fieldsOf(object: Readonly<Record<string, unknown>>, path: Path, reading: Reading): Fields {
  const fields = { path, reading, object, open: new Map(Object.entries(object)), aside: new Map(), parts: new Map() };
  if (object["source"] !== undefined) {
    reading.sources.set(pathText(path.slice(reading.base.length)), object["source"]);
    fields.open.delete("source");
  }
  return fields;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function takeText(fields: Fields, key: string): string | null {
  return takeIf(fields, key, isText, "not-a-text");
}

export function takeNumber(fields: Fields, key: string): number | null {
  return takeIf(fields, key, isNumber, "not-a-number");
}

/** An amount in cents, or a count: whole, and not below zero. */
export function takeWhole(fields: Fields, key: string): number | null {
  return takeIf(fields, key, isWhole, "not-a-whole-number");
}

export function takeFlag(fields: Fields, key: string): boolean | null {
  return takeIf(fields, key, isFlag, "not-yes-or-no");
}

export function takeCode(fields: Fields, key: string, list: Vocabulary): string | null {
  return takeIf(fields, key, (value): value is string => isText(value) && isCode(list, value), "unknown-code");
}

/** The codes of a list; those that it does not hold are kept aside. */
export function takeCodes(fields: Fields, key: string, list: Vocabulary): readonly string[] {
  return takeEach(fields, key, "unknown-code", (value) => (isText(value) && isCode(list, value) ? value : null));
}

/** Texts, plain or as `{"fr": "…"}`. */
export function takeTexts(fields: Fields, key: string): readonly string[] {
  const parts: Fields[] = [];
  const texts = takeEach(fields, key, "not-a-text", (value, index) => {
    if (!isObject(value)) return isText(value) ? value : null;
    if (!isText(value["fr"])) return null;
    const part = fieldsOf(value, [...fields.path, key, index], fields.reading);
    parts.push(part);
    return takeText(part, "fr");
  });
  if (parts.length > 0) fields.parts.set(key, parts);
  return texts;
}

/** Any value, ticked off and unread. */
export function takeValue(fields: Fields, key: string): unknown {
  const value = fields.open.get(key);
  fields.open.delete(key);
  return value;
}

export function takeObject(fields: Fields, key: string): Fields | null {
  const value = takeIf(fields, key, isObject, "not-an-object");
  if (!value) return null;
  const part = fieldsOf(value, [...fields.path, key], fields.reading);
  fields.parts.set(key, part);
  return part;
}

export function takeObjects(fields: Fields, key: string): readonly Fields[] {
  const parts = takeEach(fields, key, "not-an-object", (value, index) =>
    isObject(value) ? fieldsOf(value, [...fields.path, key, index], fields.reading) : null,
  );
  fields.parts.set(key, parts);
  return parts;
}

/** These are known, and this site has no place of its own for them. */
export function keepAside(fields: Fields, ...keys: readonly string[]): void {
  for (const key of keys) {
    if (fields.open.has(key)) fields.aside.set(key, takeValue(fields, key));
  }
}

/** Keeps a value aside and says why it was not understood. */
export function misread(fields: Fields, key: string, reason: Misreading, value = takeValue(fields, key)): void {
  if (value !== undefined) fields.aside.set(key, value);
  report(fields, [key], reason);
}

/** Keeps some elements of a list aside, with those that are there already. */
export function addAside(fields: Fields, key: string, values: readonly unknown[]): void {
  fields.aside.set(key, [fields.aside.get(key) ?? [], values].flat());
}

/** Nothing can be made of this object: all of it is kept aside, and it is said why. */
export function giveUp(fields: Fields, reason: Misreading, step?: string): void {
  fields.open.clear();
  fields.parts.clear();
  fields.aside.clear();
  for (const [key, value] of Object.entries(fields.object)) if (key !== "source") fields.aside.set(key, value);
  report(fields, step === undefined ? [] : [step], reason);
}

export function report({ path, reading }: Fields, steps: Path, reason: Misreading): void {
  const at = [...path, ...steps];
  reading.problems.push({ path: pathText(at), line: reading.lineOf(at), reason });
}

/** All that found no place, by key, to be stored as it is. What nobody asked for is reported. */
export function restOf(fields: Fields): Record<string, unknown> {
  for (const key of [...fields.open.keys()]) misread(fields, key, "unknown-field");
  const rest = new Map(fields.aside);
  for (const [key, part] of fields.parts) {
    const left = Array.isArray(part) ? listRest(part) : nullIfEmpty(restOf(part as Fields));
    if (left !== null) rest.set(key, rest.has(key) ? [left, rest.get(key)].flat() : left);
  }
  fields.aside.clear();
  fields.parts.clear();
  return Object.fromEntries(rest);
}

/** What is left of each part of a list, in its place; null when nothing is. */
function listRest(parts: readonly Fields[]): readonly unknown[] | null {
  const rests = parts.map((part) => nullIfEmpty(restOf(part)));
  return rests.every((rest) => rest === null) ? null : rests;
}

function nullIfEmpty(rest: Record<string, unknown>): Record<string, unknown> | null {
  return Object.keys(rest).length === 0 ? null : rest;
}

function takeIf<Value>(
  fields: Fields,
  key: string,
  fits: (value: unknown) => value is Value,
  reason: Misreading,
): Value | null {
  const value = takeValue(fields, key);
  if (value === undefined || value === null) return null;
  if (fits(value)) return value;
  misread(fields, key, reason, value);
  return null;
}

function takeEach<Value>(
  fields: Fields,
  key: string,
  reason: Misreading,
  read: (value: unknown, index: number) => Value | null,
): readonly Value[] {
  const misfits: unknown[] = [];
  const values = (takeIf(fields, key, isList, "not-a-list") ?? []).flatMap((value, index) => {
    const found = read(value, index);
    if (found !== null) return [found];
    misfits.push(value);
    report(fields, [key, index], reason);
    return [];
  });
  if (misfits.length > 0) addAside(fields, key, misfits);
  return values;
}

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** An address of a page; what is none is kept aside. */
export function takeAddress(fields: Fields, key: string): string | null {
  return takeIf(fields, key, isAddress, "not-an-address");
}

const isAddress = (value: unknown): value is string =>
  isText(value) && value.length <= 2_000 && /^https?:\/\//.test(value) && URL.canParse(value);
