import type { Child } from "hono/jsx";
import { takesIn } from "../availability/availability.ts";
import type { ListedHost } from "../catalogue/catalogue.ts";
import type { Language } from "../foundation/language.ts";
import { label } from "../hosts/vocabularies.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { Emblem, Icon } from "../web/icon.tsx";
import { listWords } from "../web/money.ts";
import { PartnerTabs, type PartnerTabsProps } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { Gap } from "./gap-queries.ts";
import type { Giver } from "./gaps.ts";

export interface GapsPageProps extends Pick<PartnerTabsProps, "counts"> {
  readonly frame: DeskFrame;
  readonly gaps: readonly Gap[];
  /** Who takes which part already, by the part: names. */
  readonly covered: ReadonlyMap<string, readonly string[]>;
  /** Actors that were asked already and have not answered. */
  readonly asked: ReadonlySet<string>;
  hrefOf(host: Pick<ListedHost, "own" | "origin">): string;
}

/** What our offers lack, by what they say themselves, and who gives it near here. */
export function GapsPage({ frame, gaps, counts, ...known }: GapsPageProps) {
  const { language } = frame;
  const word = words[language].gaps;
  return (
    <DeskLayout frame={frame} title={word.title} here="partners" sheets={["ways"]}>
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <PartnerTabs {...{ language, counts }} here="gaps" />
      {gaps.length === 0 ? (
        <Empty title={word.none} text={word.noneText} ways={[{ href: "/admin/offers", label: word.offers }]} />
      ) : (
        gaps.map((gap) => <GapPart {...{ gap, language, ...known }} mayAsk={frame.person.role !== "reader"} />)
      )}
    </DeskLayout>
  );
}

interface GapPartProps extends Omit<GapsPageProps, "frame" | "gaps" | "counts"> {
  readonly gap: Gap;
  readonly language: Language;
  readonly mayAsk: boolean;
}

function GapPart(props: GapPartProps) {
  const { gap, covered, asked, language, mayAsk } = props;
  const { role, lacking, givers } = gap;
  const word = words[language].gaps;
  const names = covered.get(role) ?? [];
  const toAsk = givers.filter(({ host }) => !asked.has(host.actor)).slice(0, 3);
  return (
    <section class="sheet stack" aria-labelledby={`gap-${role}`}>
      <h2 class="like-h3" id={`gap-${role}`}>
        {label("partnershipRoles", role, language)}
      </h2>
      <p>
        {word.lacks} {joined(lacking.map(({ offer, because }) => lackWords(offer, word.because[because])))}
      </p>
      {names.length > 0 && (
        <p class="icon-text">
          <Icon name="check-circle" /> <span>{word.has(listWords(names, language))}</span>
        </p>
      )}
      {givers.length === 0 ? (
        <p class="soft">
          {word.nobody} <a href="/directory">{word.nobodyWay}</a>
        </p>
      ) : (
        <ul class="together">
          {givers.map((giver) => (
            <GiverLine {...props} giver={giver} />
          ))}
        </ul>
      )}
      {mayAsk && toAsk.length > 1 && (
        <p>
          <a class="button" href={askPath(role, toAsk)}>
            {word.askSeveral}
          </a>
        </p>
      )}
    </section>
  );
}

const lackWords = ({ slug, content }: Gap["lacking"][number]["offer"], because: string): Child => (
  <>
    <a href={`/admin/offers/${slug}`}>{content.title}</a> ({because})
  </>
);

const joined = (parts: readonly Child[]): readonly Child[] =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [", ", part]));

function askPath(role: string, givers: readonly Giver[]): string {
  const query = new URLSearchParams([...givers.map(({ host }) => ["to", host.actor]), ["role", role]]);
  return `/admin/partners/new?${query}`;
}

function GiverLine({
  giver,
  gap: { role },
  asked,
  language,
  mayAsk,
  hrefOf,
}: GapPartProps & { readonly giver: Giver }) {
  const word = words[language].gaps;
  const { host, closeness, signs, offer, state } = giver;
  const why = signs.map((sign) => {
    if (sign === "partnership") return word.why.partnership;
    return sign === "offer"
      ? word.why.offer(offer?.content.title ?? "")
      : word.why.capability(label("partnershipRoles", role, language));
  });
  const open = takesIn(state) ? word.state.open : state === "unknown" ? null : word.state.closed;
  return (
    <li>
      <Emblem address={new URL(host.origin).host} size={44} />
      <div class="stack stack-2">
        <p>
          <a href={hrefOf(host)}>{host.profile.name}</a> <span class="small soft">({new URL(host.origin).host})</span>
        </p>
        <p class="small">{[word.near[closeness], ...why, open].filter(Boolean).join(" · ")}</p>
        {asked.has(host.actor) ? (
          <p class="small soft">{word.asked}</p>
        ) : (
          mayAsk && (
            <p>
              <a class="button button-small" href={askPath(role, [giver])}>
                {word.askOne} <span class="sr">{host.profile.name}</span>
              </a>
            </p>
          )
        )}
      </div>
    </li>
  );
}
