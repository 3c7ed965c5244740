import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { needs } from "../hosts/vocabularies.ts";
import type { Filters } from "./directory.ts";
import { words } from "./filter-words.ts";

/** A group of filters that folds away. */
export function Group({
  title,
  open,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly children?: Child;
}) {
  return (
    <details open={open}>
      <summary>{title}</summary>
      <div class="options">{children}</div>
    </details>
  );
}

interface FieldsProps {
  readonly filters: Filters;
  readonly language: Language;
}

/** At most how much a month, and for which quantity. */
export function PriceGroup({ filters: { price }, language }: FieldsProps) {
  const word = words[language];
  const quantity = price?.quantity ?? null;
  const typed = (unit: "GB" | "users") => (quantity?.unit === unit ? String(quantity.count) : "");
  const field = (name: string, label: string, unit: string, value: string) => (
    <div class="field">
      <label class="field-label" for={name}>
        {label}
      </label>
      <div class="with-unit">
        <input class="input" {...{ id: name, name, value }} inputmode="decimal" autocomplete="off" />{" "}
        <span>{unit}</span>
      </div>
    </div>
  );
  return (
    <Group title={word.groups.price} open={price !== null}>
      {field("price_max", word.priceMax, word.euros, price === null ? "" : amountOf(price.cents, language))}
      {field("gb", word.priceFor, word.gb, typed("GB"))}
      {field("users", word.orFor, word.users, typed("users"))}
      <p class="field-hint">{word.priceHint}</p>
    </Group>
  );
}

const amountOf = (cents: number, language: Language) => {
  const amount = String(cents / 100);
  return language === "fr" ? amount.replace(".", ",") : amount;
};

/** The tools of the large companies, by the names that people know. */
const known = [...new Set(needs.flatMap(({ alternativeTo }) => alternativeTo))].sort((a, b) => a.localeCompare(b));

/** What somebody wants to leave. */
export function AlternativeGroup({ filters: { alternativeTo }, language }: FieldsProps) {
  const word = words[language];
  return (
    <Group title={word.groups.alternativeTo} open={alternativeTo.length > 0}>
      {alternativeTo.map((name) => (
        <label class="option">
          <input type="checkbox" name="alternative_to" value={name} checked />
          <span>{name}</span>
        </label>
      ))}
      <div class="field">
        <label class="field-label" for="alternative_to">
          {word.alternative}
        </label>
        <p class="field-hint" id="alternative_to-hint">
          {word.alternativeHint}
        </p>
        <input
          class="input"
          id="alternative_to"
          name="alternative_to"
          list="alternative_to-known"
          autocomplete="off"
          aria-describedby="alternative_to-hint"
        />
        <datalist id="alternative_to-known">
          {known.map((name) => (
            <option value={name} />
          ))}
        </datalist>
      </div>
    </Group>
  );
}

const usualDays = [30, 90, 180];

/** How long ago it was confirmed, and whether somebody has to vouch for it. */
export function TrustGroup({ filters: { fresh, all }, language }: FieldsProps) {
  const word = words[language];
  const days = [...new Set([...usualDays, ...(fresh === null ? [] : [fresh])])].sort((a, b) => a - b);
  return (
    <Group title={word.groups.trust} open={fresh !== null || all}>
      <div class="field">
        <label class="field-label" for="fresh">
          {word.fresh}
        </label>
        <select class="input" id="fresh" name="fresh">
          <option value="">{word.freshAny}</option>
          {days.map((n) => (
            <option value={String(n)} selected={n === fresh}>
              {word.freshDays(n)}
            </option>
          ))}
        </select>
      </div>
      <label class="option">
        <input type="checkbox" name="trust" value="all" checked={all} />
        <span>{word.all}</span>
      </label>
    </Group>
  );
}
