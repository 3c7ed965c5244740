import { dateWords } from "../foundation/date-words.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, FileField, OnceField, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { words } from "./desk-words.ts";
import type { ArchiveCounts } from "./export-queries.ts";
import type { DeskImport } from "./imports.ts";

export interface ExchangePageProps {
  readonly frame: DeskFrame;
  readonly past: readonly DeskImport[];
  readonly counts: ArchiveCounts;
  readonly typed: Typed;
  readonly wrong: Wrong;
}

/** Everything in, everything out. */
export function ExchangePage({ frame, past, counts, typed, wrong }: ExchangePageProps) {
  const word = words[frame.language];
  return (
    <DeskLayout frame={frame} title={word.title} here="exchange">
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <ErrorSummary language={frame.language} wrong={wrong} />
      <Bringing frame={frame} typed={typed} wrong={wrong} />
      <Past frame={frame} past={past} />
      <Leaving frame={frame} counts={counts} wrong={wrong} />
    </DeskLayout>
  );
}

function Bringing({ frame, typed, wrong }: Pick<ExchangePageProps, "frame" | "typed" | "wrong">) {
  const word = words[frame.language];
  return (
    <section aria-labelledby="bring">
      <h2 class="like-h3" id="bring">
        {word.importTitle}
      </h2>
      <p>{word.importLead}</p>
      <form class="gap-above" method="post" action="/admin/exchange/imports" enctype="multipart/form-data">
        <OnceField />
        <FileField
          name="file"
          label={word.file}
          hint={word.fileHint}
          accept=".properties,.json,text/plain"
          wrong={wrong["file"]}
        />
        <TextField
          {...{ name: "address", label: word.address, hint: word.addressHint, type: "url", wrong: wrong["address"] }}
          value={typed["address"] ?? ""}
        />
        <TextField name="host" label={word.host} hint={word.hostHint} width="middle" value={typed["host"] ?? ""} />
        <p class="form-end gap-above">
          <button class="button button-main" type="submit">
            {word.look} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
    </section>
  );
}

function Past({ frame: { language }, past }: Pick<ExchangePageProps, "frame" | "past">) {
  const word = words[language];
  return (
    <section aria-labelledby="past">
      <h2 class="like-h3" id="past">
        {word.past}
      </h2>
      {past.length === 0 ? (
        <p class="soft gap-above">{word.none}</p>
      ) : (
        <ul class="list gap-above">
          {past.map(({ id, source, state, begun }) => (
            <li>
              <a href={`/admin/exchange/imports/${id}`}>{source}</a>, {word.states[state]}{" "}
              <span class="soft small">({dateWords(begun, language, "short")})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Leaving({ frame, counts, wrong }: Pick<ExchangePageProps, "frame" | "counts" | "wrong">) {
  const word = words[frame.language];
  const { exports } = word;
  const links = [
    [exports.csv, "/admin/exchange/offers.csv"],
    [exports.librehost, "/librehost.json"],
    [exports.chatons, `/.well-known/chatonsinfos/${new URL(frame.origin).hostname}.properties`],
  ] as const;
  return (
    <section aria-labelledby="leave">
      <h2 class="like-h3" id="leave">
        {word.exportTitle}
      </h2>
      <dl class="facts facts-lines gap-above">
        {links.map(([{ title, text, link }, href]) => (
          <div>
            <dt>{title}</dt>
            <dd>
              {text} <a href={href}>{link}</a>
            </dd>
          </div>
        ))}
        <div>
          <dt>{exports.essaim.title}</dt>
          <dd>
            {exports.essaim.text} {word.counts(counts.offers, counts.services, counts.followers, counts.messages)}{" "}
            {frame.person.role === "administrator" ? (
              <a href="/admin/exchange/essaim.json">{exports.essaim.link}</a>
            ) : (
              word.administratorsOnly
            )}
          </dd>
        </div>
      </dl>
      {frame.person.role === "administrator" && <WithKeys frame={frame} wrong={wrong} />}
    </section>
  );
}

function WithKeys({ frame, wrong }: Pick<ExchangePageProps, "frame" | "wrong">) {
  const word = words[frame.language];
  return (
    <details class="gap-above" open={wrong["passphrase"] !== undefined}>
      <summary>{word.keys}</summary>
      <p class="gap-above">{word.keysText}</p>
      <form class="gap-above" method="post" action="/admin/exchange/essaim.json">
        <TextField
          {...{ name: "passphrase", label: word.passphrase, hint: word.passphraseHint, wrong: wrong["passphrase"] }}
          {...{ type: "password", autocomplete: "new-password", value: "" }}
        />
        <p class="form-end gap-above">
          <button class="button" type="submit">
            {word.downloadSealed}
          </button>
        </p>
      </form>
    </details>
  );
}
