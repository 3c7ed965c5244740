import { asset } from "./assets.ts";
import type { Frame } from "./layout.tsx";
import { words } from "./words.ts";

/** The foot of every page: the host's name came first, Essaim signs here. */
export function Footer({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  return (
    <footer class="site-footer">
      <div class="wrap site-footer-in">
        <div class="site-footer-mark">
          <img src={asset("img/mark.svg")} alt="" width="72" height="72" />
          <div class="stack stack-2">
            <h2>{word.aPageOfSwarm}</h2>
            <p>{frame.host ? word.swarmText(frame.host.name) : word.swarmTextUnnamed}</p>
            <p class="soft">Essaim {frame.version}</p>
          </div>
        </div>
        {frame.host && (
          <>
            <nav aria-label={frame.host.name}>
              <h2>{frame.host.name}</h2>
              <ul class="plain">
                <li>
                  <a href="/#offers">{word.offers}</a>
                </li>
                <li>
                  <a href="/about">{word.about}</a>
                </li>
              </ul>
            </nav>
            <nav aria-label={word.follow}>
              <h2>{word.follow}</h2>
              <ul class="plain">
                <li>
                  <a href={`/@${frame.host.handle}`}>{word.followHost}</a>
                </li>
                <li>
                  <a href={`/@${frame.host.availabilityHandle}`}>{word.followAvailability}</a>
                </li>
              </ul>
            </nav>
          </>
        )}
      </div>
    </footer>
  );
}
