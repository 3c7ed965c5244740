import type { Context } from "hono";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Database } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import type { Secret } from "../foundation/secret.ts";
import { DeskMenu } from "./desk-menu.tsx";
import type { DeskPlace, Person } from "./desk-places.ts";
import { words } from "./desk-words.ts";
import { LanguageSwitch, Sign } from "./header.tsx";
import { type Frame, Head } from "./layout.tsx";
import type { SheetName } from "./sheets.ts";
import { words as webWords } from "./words.ts";

/** What every page of the desk has in common. */
export interface DeskFrame extends Frame {
  readonly person: Person;
  /** How many things wait in each room. */
  readonly waiting: Readonly<Partial<Record<DeskPlace, number>>>;
}

/** Who stands behind a request that came through the door of the desk. */
export interface DeskEnv {
  readonly Bindings: { readonly client?: string };
  readonly Variables: { readonly person: Person };
}

/** What every room of the desk needs at hand. */
export interface DeskDeps {
  readonly db: Database;
  readonly secret: Secret;
  /** Without a trailing slash. */
  readonly origin: string;
  /** Spoken where the reader asks for none of ours. */
  readonly language: Language;
  now(): Date;
  frameOf(c: Context<DeskEnv>): Promise<DeskFrame>;
}

export interface DeskLayoutProps {
  readonly frame: DeskFrame;
  readonly title: string;
  readonly here: DeskPlace | "account" | null;
  /** Scripts of this page, by their names in `scripts/`: an improvement, never needed. */
  readonly scripts?: readonly string[];
  /** Style sheets that this page needs besides the desk's. */
  readonly sheets?: readonly SheetName[];
  readonly children?: Child;
}

/** The frame around every page of the desk. */
export function DeskLayout({ frame, title, here, scripts = [], sheets = [], children }: DeskLayoutProps) {
  const word = words[frame.language];
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={frame.language}>
        <Head frame={frame} title={`${title} · ${word.desk}`} unlisted sheets={["desk", ...sheets]} scripts={scripts} />
        <body>
          <a class="skip-link" href="#content">
            {webWords[frame.language].skip}
          </a>
          <DeskHeader frame={frame} here={here} />
          <main id="content" tabindex={-1}>
            <div class="desk">
              <DeskMenu {...frame} hub={frame.host?.hub ?? false} here={here} />
              <div class="desk-main">
                <div class="stack stack-6">{children}</div>
              </div>
            </div>
          </main>
          <footer class="desk-foot wrap wrap-full small soft">
            <p>Essaim {frame.version}</p>
            <div class="cluster">
              <LanguageSwitch language={frame.language} path={frame.path} />
              <form method="post" action="/admin/sign-out">
                <button class="button button-small" type="submit">
                  {word.leave}
                </button>
              </form>
            </div>
          </footer>
        </body>
      </html>
    </>
  );
}

function DeskHeader({ frame, here }: Pick<DeskLayoutProps, "frame" | "here">) {
  const word = words[frame.language];
  const { person, host } = frame;
  return (
    <header class="site-header">
      <div class="wrap site-header-in wrap-full">
        <a class="site-name" href="/admin">
          <Sign address={new URL(frame.origin).host} logo={frame.host?.logo ?? null} />
          <span>
            {host?.name ?? "Essaim"}
            <small>{word.desk}</small>
          </span>
        </a>
        <p class="site-public">
          <a href="/">{word.seePublic}</a>
        </p>
        <a class="button button-small desk-person" href="/admin/account" {...(here === "account" ? current : {})}>
          {person.name === "" ? word.account : person.name}
        </a>
      </div>
    </header>
  );
}

const current = { "aria-current": "page" } as const;
