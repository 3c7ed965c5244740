import type { Child } from "hono/jsx";
import type { Reader } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { RequestCards } from "./found-parts.tsx";
import { words } from "./list-words.ts";
import { listNewest } from "./listing.ts";

/** As many as stand side by side. */
const shownOnHome = 3;

/** What the home shows of requests: the newest that one may join; null while there are none. */
export async function fundingBand(
  { db, now }: { readonly db: Reader; now(): Date },
  language: Language,
): Promise<Child> {
  const campaigns = await listNewest(db, shownOnHome);
  if (campaigns.length === 0) return null;
  const word = words[language];
  return (
    <section class="section" id="funding" aria-labelledby="funding-title">
      <div class="wrap">
        <div class="section-head">
          <div class="stack stack-2">
            <h2 id="funding-title">{word.homeTitle}</h2>
            <p>{word.homeText}</p>
          </div>
          <p>
            <a class="icon-text" href="/funding">
              <span>{word.homeAll}</span>
              <Icon name="arrow-right" />
            </a>
          </p>
        </div>
        <RequestCards
          items={campaigns.map((campaign) => ({ at: "here", campaign }))}
          {...{ now: now(), language, level: 3 }}
        />
      </div>
    </section>
  );
}
