import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { territoryWords } from "../hosts/territory-parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import { refusalWords } from "../offers/calculator-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { count, listWords, money } from "../web/money.ts";
import { words as questionWords } from "./questions-words.ts";
import { words } from "./reason-words.ts";
import type { Fit, Lack, Reasons } from "./reasons.ts";
import type { Wish } from "./wishes.ts";

interface PartProps {
  readonly reasons: Reasons;
  /** For so many people the price was worked out; null where nobody said. */
  readonly people: number | null;
  readonly language: Language;
}

/** One sentence on why an offer fits, and line by line what it does not cover. */
export function ReasonLines({ reasons: { fits, lacks }, people, language }: PartProps) {
  const word = words[language];
  return (
    <div class="reasons">
      {fits.length > 0 && (
        <p class="reasons-fit">
          <Icon name="check" />
          <span>
            <span class="sr">{word.fitsTitle}. </span>
            {word.sentence(
              listWords(
                fits.map((fit) => fitWords(fit, people, language)),
                language,
              ),
            )}
          </span>
        </p>
      )}
      {lacks.length > 0 && (
        <ul class="reasons-lacks" aria-label={word.lacksTitle}>
          {lacks.map((lack) => (
            <li>
              <Icon name="x" />
              <span>{lackWords(lack, people, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is wished for, as people say it: "agenda partagé", "quitter Doodle". */
export function wishWords(wishes: readonly Wish[], language: Language): string {
  const named = wishes.map(({ kind, name }) =>
    kind === "leave" ? words[language].leaving(name) : lower(label("needs", name, language)),
  );
  return listWords(named, language);
}

const lower = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());

function helpWords(help: readonly (keyof (typeof questionWords)["fr"]["help"]["names"])[], language: Language): string {
  return listWords(
    help.map((one) => lower(questionWords[language].help.names[one])),
    language,
  );
}

/** "12 € par mois pour 12 personnes". */
function priceWords(
  { cents, currency }: { readonly cents: number; readonly currency: string },
  people: number | null,
  language: Language,
): string {
  const word = words[language];
  const amount = money(cents, currency, language);
  if (people === null) return word.monthly(amount);
  return word.monthlyFor(amount, word.people(count(people, language), people > 1));
}

function fitWords(fit: Fit, people: number | null, language: Language): string {
  const word = words[language].fits;
  switch (fit.code) {
    case "covers":
      return (fit.wishes.length > 1 ? word.coversMany : word.covers)(wishWords(fit.wishes, language));
    case "open":
      return fit.state === "limited" && fit.slots ? word.slots(fit.slots) : word.open[fit.state];
    case "near":
      return word.near(territoryWords(fit.territory, language));
    case "everywhere":
      return word.everywhere;
    case "within-budget":
      return fit.monthly.cents === 0 ? word.free : word.withinBudget(priceWords(fit.monthly, people, language));
    case "costs":
      return fit.monthly.cents === 0 ? word.free : word.costs(priceWords(fit.monthly, people, language));
    case "helps":
      return word.helps(helpWords(fit.help, language));
    case "kept-by-host":
      return word.keptByHost;
    case "yours-alone":
      return word.yoursAlone;
    case "fresh":
      return word.fresh(dateWords(fit.confirmed, language));
  }
}

function lackWords(lack: Lack, people: number | null, language: Language): Child {
  const word = words[language].lacks;
  switch (lack.code) {
    case "does-not-cover":
      return <strong>{word.doesNotCover(wishWords(lack.wishes, language))}</strong>;
    case "not-open": {
      const opening = lack.nextOpening === null ? "" : ` ${word.opening(dateWords(lack.nextOpening, language))}`;
      return `${word.notOpen[lack.state]}${opening}`;
    }
    case "outside":
      return word.outside(territoryWords(lack.territory, language));
    case "place-unwritten":
      return word.placeUnwritten;
    case "over-budget":
      return word.overBudget(priceWords(lack.monthly, people, language));
    case "price-unknown": {
      const missing = lack.refusal.reason === "quantity-missing";
      return word.priceUnknown(missing ? word.sayHowMany : refusalWords(lack.refusal, language));
    }
    case "paid-once":
      return word.paidOnce(money(lack.once.cents, lack.once.currency, language));
    case "other-currency":
      return word.otherCurrency(priceWords(lack.monthly, people, language));
    default:
      return furtherWords(lack, language);
  }
}

type Further = Exclude<
  Lack,
  {
    readonly code:
      | "does-not-cover"
      | "not-open"
      | "outside"
      | "place-unwritten"
      | "over-budget"
      | "price-unknown"
      | "paid-once"
      | "other-currency";
  }
>;

function furtherWords(lack: Further, language: Language): Child {
  const word = words[language].lacks;
  switch (lack.code) {
    case "help-excluded":
      return word.helpExcluded(helpWords(lack.help, language));
    case "help-unwritten":
      return word.helpUnwritten(helpWords(lack.help, language));
    case "keeper-unwritten":
      return word.keeperUnwritten;
    case "shared-with-others":
      return word.sharedWithOthers;
    case "limit":
      return (
        <>
          {word.limit[lack.limit.by]} {word.quotes.before}
          <span {...spoken(lack.limit.language, language)}>{lack.limit.text}</span>
          {word.quotes.after}
        </>
      );
    case "members-only":
      return word.membersOnly;
    case "needs-partner":
      return word.needsPartner(label("partnershipRoles", lack.role, language));
    case "supplement":
      return word.supplement;
    case "ageing":
      return (lack.old ? word.old : word.ageing)(dateWords(lack.confirmed, language));
  }
}
