import type { DeskFrame } from "../web/desk.tsx";
import { Sign } from "../web/header.tsx";
import { AboutBody } from "./about-page.tsx";
import { HostDesk } from "./desk-section-page.tsx";
import { words } from "./desk-words.ts";
import type { Host } from "./host.ts";
import { addressOf } from "./parts.tsx";
import type { Sent } from "./profile-form.ts";
import type { SectionName } from "./profile-sections.ts";

/** The host as servers like Mastodon show it. */
export interface SeenElsewhere {
  readonly name: string;
  /** Plain text. */
  readonly bio: string;
  readonly fields: readonly { readonly name: string; readonly text: string }[];
}

/** Servers show no more lines than this. */
const mostFields = 4;

export interface PreviewPageProps {
  readonly frame: DeskFrame;
  readonly host: Host;
  readonly followers: number;
  readonly now: Date;
  readonly seen: SeenElsewhere;
  /** What is not saved yet, to be sent again; null for the page as it is. */
  readonly pending: { readonly section: SectionName; readonly sent: Sent } | null;
}

/** The host's page before it is saved, as visitors and as other servers will show it. */
export function PreviewPage({ frame, host, followers, now, seen, pending }: PreviewPageProps) {
  const word = words[frame.language];
  const path = pending === null ? "/admin/host/preview" : `/admin/host/${pending.section}`;
  return (
    <HostDesk
      frame={{ ...frame, path }}
      title={word.previewTitle}
      lead={pending ? word.previewLead : word.asItIs}
      sheets={["drawings"]}
    >
      {pending && <Pending {...pending} language={frame.language} />}
      <section class="stack" aria-labelledby="elsewhere">
        <h2 class="like-h3" id="elsewhere">
          {word.asMastodon}
        </h2>
        <p class="small soft">{word.asMastodonText}</p>
        <Elsewhere frame={frame} host={host} seen={seen} />
      </section>
      <section class="stack" aria-labelledby="visitors">
        <h2 class="like-h3" id="visitors">
          {word.asVisitors}
        </h2>
        <div class="sheet">
          <AboutBody frame={frame} host={host} followers={followers} now={now} />
        </div>
      </section>
    </HostDesk>
  );
}

function Pending({ section, sent, language }: NonNullable<PreviewPageProps["pending"]> & Pick<DeskFrame, "language">) {
  const word = words[language];
  return (
    <form method="post" action={`/admin/host/${section}`} data-keep="typed">
      {Object.entries(sent).flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <p class="form-end">
        <button class="button button-main" type="submit" name="do" value="save">
          {word.save}
        </button>
        <button class="button" type="submit" name="do" value="edit">
          {word.resume}
        </button>
      </p>
    </form>
  );
}

function Elsewhere({ frame, host, seen }: Pick<PreviewPageProps, "frame" | "host" | "seen">) {
  const rest = seen.fields.length - mostFields;
  return (
    <div class="sheet stack narrow">
      <div class="cluster">
        <Sign address={new URL(frame.origin).host} logo={frame.host?.logo ?? null} />
        <p>
          <b>{seen.name}</b>
          <br />
          <code class="small">{addressOf(frame.origin, host.handle)}</code>
        </p>
      </div>
      {seen.bio.split("\n").map((line) => line !== "" && <p>{line}</p>)}
      <dl class="facts facts-lines">
        {seen.fields.slice(0, mostFields).map(({ name, text }) => (
          <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {rest > 0 && <p class="small soft">{words[frame.language].leftOut(rest)}</p>}
    </div>
  );
}
