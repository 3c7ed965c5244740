import type { Language } from "../foundation/language.ts";
import { asset } from "./assets.ts";
import { feeds } from "./feeds.ts";
import { words } from "./words.ts";

export interface FooterProps {
  readonly language: Language;
  readonly host: {
    readonly name: string;
    readonly handle: string;
    readonly availabilityHandle: string | null;
    readonly hub: boolean;
  } | null;
  readonly version: string;
}

/** The foot of every page: the host's name came first, Essaim signs here. */
export function Footer({ language, host, version }: FooterProps) {
  const word = words[language];
  return (
    <footer class="site-footer">
      <div class="wrap site-footer-in">
        <div class="site-footer-mark">
          <img src={asset("img/mark.svg")} alt="" width="72" height="72" />
          <div class="stack stack-2">
            <h2>{word.aPageOfSwarm}</h2>
            <p>{host ? (host.hub ? word.hubText : word.swarmText)(host.name) : word.swarmTextUnnamed}</p>
            <p class="soft">
              Essaim {version} · <a href="/admin">{word.desk}</a>
            </p>
          </div>
        </div>
        {host && (
          <>
            <nav aria-label={host.name}>
              <h2>{host.name}</h2>
              <ul class="plain">
                {!host.hub && (
                  <li>
                    <a href="/#offers">{word.offers}</a>
                  </li>
                )}
                <li>
                  <a href="/funding">{word.funding}</a>
                </li>
                <li>
                  <a href="/about">{word.about}</a>
                </li>
                <li>
                  <a href="/api">{word.api}</a>
                </li>
                <li>
                  <a href="/about/map">{word.siteMap}</a>
                </li>
                <li>
                  <a href="/about/accessibility">{word.accessibility}</a>
                </li>
                <li>
                  <a href="/about/sobriety">{word.sobriety}</a>
                </li>
              </ul>
            </nav>
            <nav aria-label={word.follow}>
              <h2>{word.follow}</h2>
              <ul class="plain">
                <li>
                  <a href={`/@${host.handle}`}>{host.hub ? word.followHub : word.followHost}</a>
                </li>
                {host.availabilityHandle !== null && (
                  <li>
                    <a href={`/@${host.availabilityHandle}`}>{word.followAvailability}</a>
                  </li>
                )}
                <li>
                  <a href={feeds.news}>{word.feed}</a>
                </li>
              </ul>
            </nav>
          </>
        )}
      </div>
    </footer>
  );
}
