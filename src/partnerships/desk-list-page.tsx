import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Icon } from "../web/icon.tsx";
import {
  Done,
  OutsideChip,
  PartnerTabs,
  type PartnerTabsProps,
  type PartnerView,
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
  readonly done: string | null;
}

/** With whom our host works, whom it asks and who asks it, and what is waited for. */
export function PartnersPage({ frame, view, partnerships, outside, any, counts, done }: PartnersPageProps) {
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
      {any ? (
        <>
          {known.length + outside.length > 0 ? (
            <Table {...{ language, outside }} partnerships={known} />
          ) : (
            unknown.length === 0 && <p class="soft">{word.noneHere[view]}</p>
          )}
          {unknown.length > 0 && <Unknown partnerships={unknown} language={language} />}
        </>
      ) : (
        <Empty language={language} />
      )}
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
  readonly outside?: readonly OutsidePartnership[];
  readonly language: Language;
}

function Table({ partnerships, outside = [], language }: RowsProps) {
  const { columns } = words[language];
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{columns.host}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.kind}</th>
          <th scope="col">{columns.next}</th>
          <th scope="col">{columns.since}</th>
        </tr>
      </thead>
      <tbody>
        {partnerships.map((one) => (
          <Row
            {...{ language, name: one.otherName, href: `/admin/partners/${one.id}`, since: one.changed }}
            kind={kindName(one.kind, language)}
            chip={<StateChip state={one.state} language={language} />}
            wait={waitWords(one, language)}
          />
        ))}
        {outside.map((one) => (
          <Row
            {...{ language, name: one.name, href: `/admin/partners/outside/${one.id}`, since: one.changed }}
            kind={kindName(one.kind, language)}
            chip={<OutsideChip state={one.state} language={language} />}
            wait={outsideWait(one, language)}
          />
        ))}
      </tbody>
    </table>
  );
}

function outsideWait({ state, name, expires }: OutsidePartnership, language: Language): string {
  const word = words[language];
  if (state !== "sent") return state === "accepted" ? word.waits.nothing(name) : word.over;
  const sentence = word.outsideWaits(name);
  return expires === null ? sentence : untilWords(sentence, expires, language);
}

interface RowProps {
  readonly name: string;
  readonly href: string;
  readonly chip: Child;
  readonly kind: string;
  readonly wait: string;
  readonly since: Date;
  readonly language: Language;
}

function Row({ name, href, chip, kind, wait, since, language }: RowProps) {
  const { columns } = words[language];
  return (
    <tr>
      <th scope="row">
        <a href={href}>{name}</a>
      </th>
      <td>{chip}</td>
      <td class="table-said" data-word={columns.kind}>
        {kind}
      </td>
      <td class="table-said" data-word={columns.next}>
        {wait}
      </td>
      <td class="table-said" data-word={columns.since}>
        <time datetime={since.toISOString()}>{dateWords(since, language, "short")}</time>
      </td>
    </tr>
  );
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

function Empty({ language }: { readonly language: Language }) {
  const word = words[language].none;
  return (
    <div class="empty">
      <div class="stack stack-3">
        <h2 class="like-h3">{word.title}</h2>
        <p>{word.text}</p>
        <p>
          <a class="button" href="/admin/partners/gaps">
            {word.gaps}
          </a>
        </p>
      </div>
    </div>
  );
}
