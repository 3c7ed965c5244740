import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import { Icon } from "../web/icon.tsx";
import { count, money } from "../web/money.ts";
import { SwarmLine } from "../web/swarm.tsx";
import { isTaking, pointsOf, stageOf } from "./campaigns.ts";
import { words } from "./list-words.ts";
import type { Elsewhere, Listed } from "./listing.ts";
import { iconOfKind, StageChip } from "./parts.tsx";
import { StandingLine } from "./progress-parts.tsx";
import { sumsOf, untilWords } from "./progress-words.ts";
import { words as requestWords } from "./request-words.ts";
import { words as takingWords } from "./taking-words.ts";

interface CardsProps {
  readonly items: readonly Listed[];
  readonly now: Date;
  readonly language: Language;
  /** Of the titles. */
  readonly level: 3 | 4;
}

/** Requests side by side, of our own and of others. */
export function RequestCards({ items, now, language, level }: CardsProps) {
  return (
    <div class="grid">
      {items.map((item) =>
        item.at === "here" ? (
          <OwnCard campaign={item.campaign} {...{ now, language, level }} />
        ) : (
          <CopyCard copy={item.copy} {...{ now, language, level }} />
        ),
      )}
    </div>
  );
}

type Shared = Omit<CardsProps, "items">;

function OwnCard({ campaign, now, language, level }: Shared & Pick<Extract<Listed, { at: "here" }>, "campaign">) {
  const { request } = campaign;
  const { content, terms, requester } = request;
  const stage = stageOf(request, now);
  const [first, ...others] = sumsOf(campaign, language);
  return (
    <article class="card">
      <p class="card-by icon-text">
        <Icon name={iconOfKind[terms.kind]} />
        <span>{label("fundingKinds", terms.kind, language)}</span>
      </p>
      <Title
        level={level}
        href={`/funding/${request.code}`}
        title={content.title}
        lang={spoken(content.language, language)}
      />
      <p class="soft small">{requester.name === "" ? requestWords[language].erased : requester.name}</p>
      {stage !== "open" && (
        <p>
          <StageChip stage={stage} language={language} />
        </p>
      )}
      <StandingLine {...{ campaign, now, language }} />
      <p class="card-foot">
        <span>
          <b>{first}</b>
          {others.map((other) => `, ${other}`)}
        </span>{" "}
        {isTaking(request, now) && <span class="soft">{untilWords(request, language)}</span>}
      </p>
    </article>
  );
}

interface TitleProps {
  readonly level: 3 | 4;
  readonly href: string;
  readonly title: string;
  readonly lang: { lang?: string };
}

function Title({ level, href, title, lang }: TitleProps) {
  const link = (
    <a href={href} {...lang}>
      {title}
    </a>
  );
  return level === 3 ? <h3 class="card-title">{link}</h3> : <h4 class="card-title">{link}</h4>;
}

/** What another instance counts, as it last said: where it lives, and when that was. */
function CopyCard({ copy, now, language, level }: Shared & { readonly copy: Elsewhere }) {
  const word = words[language];
  const [sums, line] = [sumsOfCopy(copy, language), pointsOfCopy(copy)];
  return (
    <article class="card">
      <p class="card-by icon-text">
        <Icon name="globe-simple" />
        <span>{word.on(new URL(copy.origin).host)}</span>
      </p>
      <Title level={level} href={copy.url} title={copy.title} lang={spoken(copy.language, language)} />
      <p class="soft small">{copy.requester}</p>
      {copy.state !== "open" && (
        <p>
          <StageChip stage={copy.state} language={language} />
        </p>
      )}
      <SwarmLine {...line} label={sums} />
      <p class="card-foot">
        <b>{sums}</b>{" "}
        {copy.closes !== null && copy.closes > now && (
          <span class="soft">{untilWords({ ended: null, closes: copy.closes, state: copy.state }, language)}</span>
        )}{" "}
        <span class="soft small">
          {word.asOf} <time datetime={copy.asOf.toISOString()}>{dateWords(copy.asOf, language, "short")}</time>
        </span>
      </p>
    </article>
  );
}

function sumsOfCopy({ goal, total, participants }: Elsewhere, language: Language): string {
  const heads = takingWords[language].progress;
  const here = count(participants, language);
  if (goal.amount === null) return `${here} ${heads.heads(count(goal.participants ?? 0, language), participants > 1)}`;
  return words[language].of(money(total, goal.currency, language), money(goal.amount, goal.currency, language));
}

function pointsOfCopy({ goal, total, participants }: Elsewhere) {
  const { promised, missing } = pointsOf(
    {
      ...{ mode: goal.amount === null ? "headcount" : "all-or-nothing", minimum: goal.amount, optimum: null },
      ...{ participants: goal.participants, currency: goal.currency, period: null },
    },
    { total, participants, waiting: { pledges: 0, total: 0 } },
    24,
  );
  return { full: promised, perhaps: 0, empty: missing, mark: null };
}
