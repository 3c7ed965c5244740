import type { PropsWithChildren } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { Emblem } from "./icon.tsx";
import { words } from "./words.ts";

export interface HeaderProps {
  readonly language: Language;
  readonly origin: string;
  /** The path that was asked for, with its query. */
  readonly path: string;
  readonly host: { readonly name: string; readonly hub: boolean; readonly logo: LogoFiles | null } | null;
  readonly here: "home" | "offers" | "directory" | "funding" | "about" | null;
  /** The association for which somebody is signed in. */
  readonly member: { readonly name: string } | null;
}

/** The head of every page: the host's name first, then the ways in. */
export function Header({ language, origin, path, host, here, member }: HeaderProps) {
  const word = words[language];
  return (
    <header class="site-header">
      <div class="wrap site-header-in">
        <a class="site-name" href="/" {...current(here === "home")}>
          <Sign address={new URL(origin).host} logo={host?.logo ?? null} />
          <span>
            {host?.name ?? "Essaim"} {host && <small>{host.hub ? word.hubOfSwarm : word.hostOfSwarm}</small>}
          </span>
        </a>
        {host && (
          <nav class="site-nav" aria-label={word.menu}>
            <ul>
              {!host.hub && (
                <NavLink href="/#offers" here={here === "offers"}>
                  {word.offers}
                </NavLink>
              )}
              <NavLink href="/directory" here={here === "directory"}>
                {word.directory}
              </NavLink>
              <NavLink href="/funding" here={here === "funding"}>
                {word.funding}
              </NavLink>
              <NavLink href="/about" here={here === "about"}>
                {word.about}
              </NavLink>
              <MemberLink member={member} word={word.association} />
            </ul>
          </nav>
        )}
        <LanguageSwitch language={language} path={path} />
      </div>
    </header>
  );
}

/** Where the host's logo is, for screens plain and fine. */
export interface LogoFiles {
  readonly src: string;
  readonly srcset: string;
}

/** What stands for the host: its logo, or its emblem. The name stands beside it, so it says nothing more. */
export function Sign({ address, logo }: { readonly address: string; readonly logo: LogoFiles | null }) {
  if (logo === null) return <Emblem address={address} size={44} />;
  return <img class="emblem" src={logo.src} srcset={logo.srcset} alt="" width="44" height="44" />;
}

function NavLink({ href, here, children }: PropsWithChildren<{ readonly href: string; readonly here: boolean }>) {
  return (
    <li>
      <a href={href} {...current(here)}>
        {children}
      </a>
    </li>
  );
}

/** The way to the space of one's association, by its name once somebody is signed in. A long one is cut where it stands, and read aloud whole. */
function MemberLink({ member, word }: Pick<HeaderProps, "member"> & { readonly word: string }) {
  return (
    <li class="site-member">
      <a href="/association" {...(member && { title: member.name })}>
        {member?.name ?? word}
      </a>
    </li>
  );
}

/** One button that shows this page in the other language. */
export function LanguageSwitch({ language, path }: Pick<HeaderProps, "language" | "path">) {
  const { other } = words[language];
  return (
    <form method="post" action="/language">
      <input type="hidden" name="back" value={path} />
      <button
        class="button button-small"
        type="submit"
        name="language"
        value={other.code}
        lang={other.code}
        title={other.sentence}
      >
        {other.name}
      </button>
    </form>
  );
}

function current(here: boolean): { "aria-current"?: "page" } {
  return here ? { "aria-current": "page" } : {};
}
