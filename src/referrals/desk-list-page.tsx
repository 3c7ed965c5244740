import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { DeskTable } from "../web/desk-table.tsx";
import { Empty } from "../web/empty.tsx";
import { Icon } from "../web/icon.tsx";
import { PageLinks } from "../web/pages.tsx";
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
  readonly page: number;
  /** Whether another page follows. */
  readonly more: boolean;
  readonly done: string | null;
}

/** Whom others send here, and whom this host sends elsewhere. */
export function ReferralsPage({ frame, side, referrals, waiting, page, more, done }: ReferralsPageProps) {
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
        <Empty {...word.none[side]} ways={[{ href: emptyWays[side], label: word.none[side].way }]} />
      ) : (
        <Table side={side} referrals={referrals} language={language} />
      )}
      <PageLinks {...{ language, page, more }} href={(n) => `/admin/referrals?side=${side}&page=${n}`} />
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

/** What brings somebody here, or gives somebody to send on. */
const emptyWays: Readonly<Record<ReferralSide, string>> = { taker: "/admin/availability", giver: "/admin/requests" };

const pathOf = (side: ReferralSide): string => (side === "taker" ? "/admin/referrals" : "/admin/referrals?side=giver");

interface TableProps {
  readonly side: ReferralSide;
  readonly referrals: readonly Referral[];
  readonly language: Language;
}

function Table({ side, referrals, language }: TableProps) {
  const word = words[language];
  const lines = referrals.map((referral) => {
    const { id, need, state, asked, fromUnknown } = referral;
    return {
      ...{ href: `/admin/referrals/${id}`, title: need === "" ? word.erased : need, since: asked },
      ...{ chip: <StateChip referral={referral} language={language} />, next: word.next[state][side] },
      about: [
        <>
          <Other referral={referral} />
          {fromUnknown && <p class="small soft">{word.unknown}</p>}
        </>,
      ],
    };
  });
  return (
    <DeskTable
      language={language}
      heads={{ title: word.columns.need, about: [word.columns.other[side]] }}
      lines={lines}
    />
  );
}
