import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { FactList, MaybeLink, spoken } from "../hosts/parts.tsx";
import { Icon } from "../web/icon.tsx";
import { listWords, money } from "../web/money.ts";
import type { JointPart, JointTerms, Share } from "./joint-terms.ts";
import { words } from "./joint-words.ts";
import { labels } from "./parts.tsx";
import { words as offerWords } from "./words.ts";

/** One of several hosts that give an offer together. */
export interface Giver {
  readonly actor: string;
  readonly name: string;
  /** Its page on this site, or its own. */
  readonly href: string;
  /** Whether it takes in people for its part. */
  readonly closed?: boolean;
}

export interface JointProps {
  /** The lead first. */
  readonly givers: readonly Giver[];
  readonly terms: JointTerms;
  /** The language that they wrote in. */
  readonly said: string;
  readonly language: Language;
  /** When all agreements were found at their own places; null where nobody had to look. */
  readonly checked?: Date | null;
  /** As long as not all have agreed, it is not said that they have. */
  readonly agreed: boolean;
  /** Under a small title, where it is one thing among others. */
  readonly quiet?: boolean;
}

/** Their names as words: "Le Rucher et La Pomme". */
export const giverNames = (givers: readonly Pick<Giver, "name">[], language: Language): string =>
  listWords(
    givers.map(({ name }) => name),
    language,
  );

/** Who gives an offer together, as a line below its title: each a link. */
export function JointGivers({ givers, language }: Pick<JointProps, "givers" | "language">) {
  return (
    <p class="soft">
      {words[language].offerOf} <GiverLinks givers={givers} language={language} />
    </p>
  );
}

/** Links with the words between them that the language has. */
function GiverLinks({ givers, language }: Pick<JointProps, "givers" | "language">) {
  const parts = new Intl.ListFormat(language === "fr" ? "fr-FR" : "en-GB").formatToParts(
    givers.map((_, at) => String(at)),
  );
  return (
    <>
      {parts.map(({ type, value }) => {
        const giver = type === "element" ? givers[Number(value)] : undefined;
        return giver ? <a href={giver.href}>{giver.name}</a> : value;
      })}
    </>
  );
}

/** Says above all else that not everybody agrees any more to what is given together. */
export function SuspendedNotice({ givers, language }: Pick<JointProps, "givers" | "language">) {
  const word = words[language];
  return (
    <div class="notice notice-bad">
      <Icon name="warning" />
      <div>
        <h2>{word.suspendedTitle}</h2>
        <p>{word.suspendedText(giverNames(givers, language))}</p>
      </div>
    </div>
  );
}

/** Who does what in a joint offer, what each gets of its price, who answers for it, and what happens if one stops. */
export function WhoDoesWhat(props: JointProps) {
  const { givers, terms, said, language, checked = null, agreed, quiet = false } = props;
  const word = words[language];
  return (
    <section aria-labelledby="together" class="stack stack-5">
      <h2 id="together" {...(quiet && { class: "like-h3" })}>
        {word.title}
      </h2>
      {agreed && (
        <p>
          {word.lead(giverNames(givers, language))}{" "}
          {checked && <span class="soft">{word.checked(dateWords(checked, language))}</span>}
        </p>
      )}
      {terms.text && (
        <p class="lines" {...spoken(said, language)}>
          {terms.text}
        </p>
      )}
      <PartsAndPromises {...props} />
    </section>
  );
}

/** The same without a title, where it stands below something that has one. */
export function PartsAndPromises(props: PartsProps) {
  return (
    <>
      <PartTable {...props} />
      <Promises {...props} />
    </>
  );
}

type PartsProps = Omit<JointProps, "agreed" | "quiet" | "checked">;

function PartTable({ givers, terms, said, language }: PartsProps) {
  const { columns, total: totalWord } = words[language];
  const { parts, total } = terms;
  const [does, shares] = [parts.some((one) => one.does), total !== null || parts.some((one) => one.share)];
  return (
    <table class="table table-stack table-lines">
      <thead>
        <tr>
          <th scope="col">{columns.host}</th>
          <th scope="col">{columns.roles}</th>
          {does && <th scope="col">{columns.does}</th>}
          {shares && <th scope="col">{columns.share}</th>}
        </tr>
      </thead>
      <tbody>
        {givers.map((giver) => (
          <PartRow
            giver={giver}
            part={parts.find(({ actor }) => actor === giver.actor)}
            {...{ does, shares, said, language }}
          />
        ))}
        {total && (
          <tr>
            <th scope="row">{totalWord}</th>
            <td />
            {does && <td />}
            <td>
              <strong>{shareWords(total, language)}</strong>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface PartRowProps extends Pick<JointProps, "said" | "language"> {
  readonly giver: Giver;
  readonly part: JointPart | undefined;
  /** Which columns there are. */
  readonly does: boolean;
  readonly shares: boolean;
}

function PartRow({ giver, part, does, shares, said, language }: PartRowProps) {
  const word = words[language];
  return (
    <tr>
      <th scope="row">
        <a href={giver.href}>{giver.name}</a>
      </th>
      <td>
        {part && labels("partnershipRoles", part.roles, language)}
        {giver.closed && <small class="soft"> {word.partClosed}</small>}
      </td>
      {does && <td {...spoken(said, language)}>{part?.does}</td>}
      {shares && (
        <td data-word={`${word.columns.share}${word.colon}`}>{part?.share && shareWords(part.share, language)}</td>
      )}
    </tr>
  );
}

/** What somebody gets of the price, in words: "80 € par an", "40 %". */
export function shareWords(share: Share, language: Language): string {
  if ("percent" in share) return words[language].percent(new Intl.NumberFormat(language).format(share.percent));
  return `${money(share.amount, share.currency, language)} ${offerWords[language].periods[share.period]}`;
}

function Promises({ givers, terms, said, language }: PartsProps) {
  const word = words[language];
  const own = spoken(said, language);
  const linked = (actor: string | null): Child => {
    const giver = givers.find((one) => one.actor === actor);
    return giver ? <a href={giver.href}>{giver.name}</a> : null;
  };
  const { invoicing, supportEntry: support, liability, onLeaving } = terms;
  return (
    <FactList
      lines={[
        [word.invoicing, linked(invoicing)],
        [word.support, linked(support) ?? (support && <span {...own}>{<MaybeLink text={support} />}</span>)],
        [word.liability, liability && <span {...{ class: "lines", ...own }}>{liability}</span>],
        [
          word.leaving,
          <>
            {word.modes[onLeaving.mode]} {onLeaving.words && <span {...own}>{onLeaving.words}</span>}
          </>,
        ],
      ]}
    />
  );
}
