import type { Config } from "../foundation/config.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words } from "./settings-words.ts";

/** What a server was started with, as far as everyone at the desk may know: no password, and no path. */
export interface Settings extends Pick<Config, "origin" | "language" | "role" | "mailFrom" | "logLevel"> {
  /** The host of the database; null for the embedded one. */
  readonly database: string | null;
  readonly proxies: readonly string[];
  /** The port of the figures; null when there is none. */
  readonly figures: number | null;
}

/** The settings of this server, and where those of the desk are. */
export function SettingsPage({ frame, settings }: { readonly frame: DeskFrame; readonly settings: Settings }) {
  const word = words[frame.language];
  return (
    <DeskLayout frame={frame} title={word.title} here="server">
      <Breadcrumb language={frame.language} ways={[{ href: "/admin/server", label: word.back }]} here={word.title} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <table class="table table-stack table-lines">
        <thead>
          <tr>
            <th scope="col">{word.setting}</th>
            <th scope="col">{word.value}</th>
            <th scope="col">{word.name}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(settings, word.names).map(([name, value, variable]) => (
            <tr>
              <th scope="row">{name}</th>
              <td data-word={word.value}>{value}</td>
              <td data-word={word.name}>
                <code>{variable}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <section class="stack stack-3">
        <h2 class="like-h3">{word.desk}</h2>
        <ul class="list">
          {Object.entries(word.links).map(([place, label]) => (
            <li>
              <a href={places[place as keyof typeof places]}>{label}</a>
            </li>
          ))}
        </ul>
      </section>
    </DeskLayout>
  );
}

const places: Readonly<Record<keyof (typeof words)["fr"]["links"], string>> = {
  host: "/admin/host",
  requests: "/admin/requests/settings",
  availability: "/admin/availability",
  account: "/admin/account",
  tokens: "/admin/server/tokens",
};

type Line = readonly [name: string, value: string, variable: string];

function linesOf(settings: Settings, word: (typeof words)["fr"]["names"]): readonly Line[] {
  const { origin, language, role, database, mailFrom, proxies, figures, logLevel } = settings;
  return [
    [word.origin, origin, "ORIGIN"],
    [word.language, word.languages[language], "LANGUAGE"],
    [word.role, word.roles[role], "ROLE"],
    [word.database, database === null ? word.embedded : word.elsewhere(database), "DATABASE_URL"],
    [word.mailFrom, mailFrom ?? word.noMail, "SMTP_URL, MAIL_FROM"],
    [word.proxies, proxies.join(", ") || word.none, "TRUSTED_PROXIES"],
    [word.figures, figures === null ? word.off : word.port(figures), "METRICS_PORT"],
    [word.logLevel, logLevel, "LOG_LEVEL"],
  ];
}
