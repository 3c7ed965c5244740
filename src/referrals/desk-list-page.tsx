import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Icon } from "../web/icon.tsx";
import { Tabs } from "../web/tabs.tsx";
import { Done, Other, StateChip } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { Referral, ReferralSide } from "./referrals.ts";

export interface ReferralsPageProps {
  readonly frame: DeskFrame;
  readonly side: ReferralSide;
  readonly referrals: readonly Referral[];
  /** How many wait for an answer of this host, and how many for that of another. */
  readonly waiting: Readonly<Record<ReferralSide, number>>;
  readonly done: string | null;
}

/** Whom others send here, and whom this host sends elsewhere. */
export function ReferralsPage({ frame, side, referrals, waiting, done }: ReferralsPageProps) {
  const { language } = frame;
  const word = words[language];
  const tabs = (["taker", "giver"] as const).map((one) => {
    return { href: pathOf(one), label: word.views[one], count: waiting[one] };
  });
  return (
    <DeskLayout frame={frame} title={word.title} here="referrals">
      <Done done={done} language={language} />
      <div class="desk-head">
        <div class="stack stack-3">
          <h1 class="like-h2">{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        {frame.person.role !== "reader" && (
          <p>
            <a class="button button-main" href="/admin/referrals/new">
              {word.new} <Icon name="arrow-right" />
            </a>
          </p>
        )}
      </div>
      <Tabs label={word.viewsLabel} tabs={tabs} here={pathOf(side)} />
      {referrals.length === 0 ? (
        <p class="soft">{word.none[side]}</p>
      ) : (
        <Table side={side} referrals={referrals} language={language} />
      )}
      <section class="sheet stack stack-2" aria-labelledby="public">
        <h2 class="like-h4" id="public">
          {word.list}
        </h2>
        <p>{word.listText}</p>
        <p>
          <a href="/admin/host/limits">{word.listLink}</a>
        </p>
      </section>
    </DeskLayout>
  );
}

const pathOf = (side: ReferralSide): string => (side === "taker" ? "/admin/referrals" : "/admin/referrals?side=giver");

interface TableProps {
  readonly side: ReferralSide;
  readonly referrals: readonly Referral[];
  readonly language: Language;
}

function Table({ side, referrals, language }: TableProps) {
  const { columns } = words[language];
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{columns.need}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.other[side]}</th>
          <th scope="col">{columns.asked}</th>
          <th scope="col">{columns.next}</th>
        </tr>
      </thead>
      <tbody>
        {referrals.map((referral) => (
          <Row referral={referral} language={language} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ referral, language }: { readonly referral: Referral; readonly language: Language }) {
  const word = words[language];
  const { id, need, side, state, asked, fromUnknown } = referral;
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/referrals/${id}`}>{need === "" ? word.erased : need}</a>
      </th>
      <td>
        <StateChip referral={referral} language={language} />
      </td>
      <td data-word={word.columns.other[side]}>
        <Other referral={referral} />
        {fromUnknown && <p class="small soft">{word.unknown}</p>}
      </td>
      <td data-word={word.columns.asked}>
        <time datetime={asked.toISOString()}>{dateWords(asked, language, "short")}</time>
      </td>
      <td data-word={word.columns.next}>{word.next[state][side]}</td>
    </tr>
  );
}
