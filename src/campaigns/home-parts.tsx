import type { Child } from "hono/jsx";
import type { Reader } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { Icon } from "../web/icon.tsx";
import { RequestCards } from "./found-parts.tsx";
import { words } from "./list-words.ts";
import { listNewest, listOfHost } from "./listing.ts";
import { untilWords } from "./progress-words.ts";

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

/** What the host's own page says of requests: those that it asks for or carries, the others, and the way in. */
export async function fundingAside({ db }: { readonly db: Reader }, language: Language): Promise<Child> {
  const requests = await listOfHost(db);
  const word = words[language];
  return (
    <section class="stack stack-3" id="funding" aria-labelledby="funding-title">
      <h2 class="like-h4" id="funding-title">
        {word.hostTitle}
      </h2>
      <p class="small">{word.hostText(requests.length)}</p>
      {requests.length > 0 && (
        <ul class="list small">
          {requests.map((request) => (
            <li>
              <a href={`/funding/${request.code}`} {...spoken(request.content.language, language)}>
                {request.content.title}
              </a>{" "}
              <span class="soft">{untilWords(request, language)}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        <a href="/funding">{word.homeAll}</a>
      </p>
      <p class="small">
        <a href="/sign-in">{word.signIn}</a>
      </p>
    </section>
  );
}
