import type { Language } from "../foundation/language.ts";
import { count, money } from "../web/money.ts";
import { upper } from "./parts.tsx";
import { unitWord } from "./price-words.ts";
import type { Quote } from "./quote.ts";
import type { QuoteLine } from "./quote-lines.ts";
import { words } from "./words.ts";

/** How a price is made up, line by line, and what is due besides. */
export function Receipt({ quote, language }: { readonly quote: Quote; readonly language: Language }) {
  const word = words[language];
  const amount = (cents: number) => money(cents, quote.currency, language);
  return (
    <div class="receipt">
      <table>
        <caption class="sr">{word.receipt}</caption>
        <tbody>
          {quote.lines.map((line) => (
            <tr>
              <td>{upper(lineWords(line, quote, language))}</td>
              <td>{amount(line.amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{word.periods[quote.period]}</th>
            <td>{amount(quote.amount)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="small soft">{besides(quote, language).join(", ")}</p>
    </div>
  );
}

function besides(quote: Quote, language: Language): readonly string[] {
  const word = words[language];
  const amount = (cents: number) => money(cents, quote.currency, language);
  const { regime, included } = quote.vat;
  return [
    ...(regime === "excluded" && included !== null ? [word.withVat(amount(included))] : []),
    ...(quote.period === "month" && quote.amount > 0
      ? [word.aYear(amount(12 * (regime === "excluded" ? (included ?? quote.amount) : quote.amount)))]
      : []),
    ...quote.alongside.map((line) =>
      word.andBesides(
        `${amount(line.amount)} ${word.periods[line.period]}`,
        lineWords(line, quote, language).toLowerCase(),
      ),
    ),
    ...(quote.indicative ? [word.indicative.replace(/\.$/, "").toLowerCase()] : []),
  ];
}

function lineWords(line: QuoteLine, { currency }: Quote, language: Language): string {
  const word = words[language];
  const { kind, label, upTo, unit, quantity } = line;
  const n = (counted: number | null) => count(counted ?? 0, language);
  switch (kind) {
    case "base":
      return word.baseLine(n(upTo), unitWord(unit ?? "", upTo ?? 0, language));
    case "band":
      return `${bandWords(line, language)}${word.colon}${timesWords(line, currency, language)}`;
    case "units":
      return `${n(quantity)} ${unitWord(unit ?? "", quantity ?? 0, language)} × ${money(line.unitAmount ?? 0, currency, language)}`;
    case "part":
      return [label, quantity === null ? null : timesWords(line, currency, language)]
        .filter((text) => text !== null)
        .join(word.colon);
    case "non-member":
      return word.lines["non-member"](label);
    default:
      return word.lines[kind]();
  }
}

function bandWords({ from, upTo, quantity, unit }: QuoteLine, language: Language): string {
  const word = words[language];
  const start = from ?? 1;
  const end = Math.min(upTo ?? Number.POSITIVE_INFINITY, start + (quantity ?? 1) - 1);
  return word.bandLine(count(start, language), count(end, language), unitWord(unit ?? "", end, language));
}

function timesWords({ quantity, slices, unitAmount }: QuoteLine, currency: string, language: Language): string {
  const factors = [quantity, slices?.count ?? null].flatMap((n) => (n === null ? [] : [count(n, language)]));
  return [...factors, money(unitAmount ?? 0, currency, language)].join("\u00a0×\u00a0");
}
