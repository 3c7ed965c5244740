import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { DeskTable } from "../web/desk-table.tsx";
import { Empty } from "../web/empty.tsx";
import { Icon } from "../web/icon.tsx";
import { PageLinks } from "../web/pages.tsx";
import {
  Done,
  OutsideChip,
  PartnerTabs,
  type PartnerTabsProps,
  type PartnerView,
  pathOfView,
  StateChip,
  untilWords,
  waitWords,
} from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { kindName } from "./kind-words.ts";
import type { OutsidePartnership } from "./outside.ts";
import type { Partnership } from "./partnership.ts";

export interface PartnersPageProps extends Pick<PartnerTabsProps, "counts"> {
  readonly frame: DeskFrame;
  readonly view: PartnerView;
  readonly partnerships: readonly Partnership[];
  /** Of hosts that have no site of their own. */
  readonly outside: readonly OutsidePartnership[];
  /** Whether anything was ever asked, by either side. */
  readonly any: boolean;
  readonly page: number;
  /** Whether another page follows. */
  readonly more: boolean;
  readonly done: string | null;
}

/** With whom our host works, whom it asks and who asks it, and what is waited for. */
export function PartnersPage(props: PartnersPageProps) {
  const { frame, view, partnerships, outside, any, counts, page, more, done } = props;
  const { language } = frame;
  const word = words[language];
  const known = partnerships.filter(({ state, fromUnknown }) => !(fromUnknown && state === "received"));
  const unknown = partnerships.filter((one) => !known.includes(one));
  return (
    <DeskLayout frame={frame} title={word.title} here="partners">
      <Done done={done} language={language} />
      <div class="desk-head">
        <div class="stack stack-3">
          <h1 class="like-h2">{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        <Ways frame={frame} />
      </div>
      <PartnerTabs {...{ language, counts }} here={view} />
      {known.length > 0 && <Table partnerships={known} language={language} />}
      {unknown.length > 0 && <Unknown partnerships={unknown} language={language} />}
      {outside.length > 0 && <Outside outside={outside} language={language} />}
      {partnerships.length + outside.length === 0 && <Nothing {...{ view, any, language }} />}
      <PageLinks {...{ language, page, more }} href={(n) => pathOfView(view, n)} />
    </DeskLayout>
  );
}

function Ways({ frame }: { readonly frame: DeskFrame }) {
  const word = words[frame.language];
  if (frame.person.role === "reader") return null;
  return (
    <div class="stack stack-2">
      <p>
        <a class="button button-main" href="/admin/partners/new">
          <Icon name="plus" /> {word.ask}
        </a>
      </p>
      <p class="small">
        <a href="/admin/partners/outside/new">{word.askOutside}</a>
      </p>
    </div>
  );
}

interface RowsProps {
  readonly partnerships: readonly Partnership[];
  readonly language: Language;
}

function Table({ partnerships, language }: RowsProps) {
  const { host, kind } = words[language].columns;
  const lines = partnerships.map((one) => ({
    ...{ href: `/admin/partners/${one.id}`, title: one.otherName, since: one.changed },
    chip: <StateChip state={one.state} language={language} />,
    about: [kindName(one.kind, language)],
    next: waitWords(one, language),
  }));
  return <DeskTable language={language} heads={{ title: host, about: [kind] }} lines={lines} />;
}

interface OutsideProps {
  readonly outside: readonly OutsidePartnership[];
  readonly language: Language;
}

/** Those whose answer nobody can check stand apart, and say so. */
function Outside({ outside, language }: OutsideProps) {
  const word = words[language];
  const { host, kind } = word.columns;
  const lines = outside.map((one) => ({
    ...{ href: `/admin/partners/outside/${one.id}`, title: one.name, since: one.changed },
    chip: <OutsideChip state={one.state} language={language} />,
    about: [kindName(one.kind, language)],
    next: outsideWait(one, language),
  }));
  return (
    <section class="stack stack-3" aria-labelledby="outside">
      <h2 class="like-h3" id="outside">
        {word.withoutSite}
      </h2>
      <p class="soft">{word.withoutSiteText}</p>
      <DeskTable language={language} heads={{ title: host, about: [kind] }} lines={lines} />
    </section>
  );
}

function outsideWait({ state, name, expires }: OutsidePartnership, language: Language): string {
  const word = words[language];
  if (state !== "sent") return state === "accepted" ? word.waits.nothing(name) : word.over;
  const sentence = word.outsideWaits(name);
  return expires === null ? sentence : untilWords(sentence, expires, language);
}

/** Whoever wants may ask: those whom nobody knows stand apart. */
function Unknown({ partnerships, language }: RowsProps) {
  const word = words[language];
  return (
    <section class="stack" aria-labelledby="unknown">
      <h2 class="like-h3" id="unknown">
        {word.unknown}
      </h2>
      <p class="soft">{word.unknownText}</p>
      <Table partnerships={partnerships} language={language} />
    </section>
  );
}

function Nothing({ view, any, language }: Pick<PartnersPageProps, "view" | "any"> & { readonly language: Language }) {
  const { none, noneHere } = words[language];
  const { title, text } = any ? noneHere[view] : none;
  const gaps = { href: "/admin/partners/gaps", label: none.gaps };
  return <Empty title={title} text={text} ways={any && (view === "waiting" || view === "past") ? [] : [gaps]} />;
}
