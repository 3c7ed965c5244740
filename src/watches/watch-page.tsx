import type { Filters } from "../directory/directory.ts";
import { searchParts, searchWords } from "../directory/search-words.ts";
import { Notes } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { withSearch } from "./paths.ts";
import { FeedWay, FollowWay, MailWay, type WayProps } from "./way-parts.tsx";
import { type NotSent, words } from "./words.ts";

export interface WatchPageProps extends WayProps {
  readonly filters: Filters;
  /** The account's own page was asked for. */
  readonly own: boolean;
  readonly done: "started" | "asked" | null;
  readonly notSent: NotSent | null;
}

/** Three ways to be told when something opens: an account to follow, letters, a feed. */
export function WatchPage(props: WatchPageProps) {
  const { frame, filters, search, account, own, done, notSent } = props;
  const { language } = frame;
  const word = words[language];
  const title = own && account ? `@${account.handle}` : word.title;
  const directory = { href: withSearch("/directory", search), label: word.directory };
  return (
    <Layout
      frame={frame}
      title={`${title} · ${searchWords(filters, language)}`}
      unlisted
      {...(account && { actor: account.actor })}
    >
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-4">
          <Breadcrumb language={language} ways={[directory]} here={title} />
          <h1>{title}</h1>
          <p class="lead">{own ? word.accountLead : word.lead}</p>
          <Search {...props} />
        </div>
        {done && (
          <DoneNotice>{done === "asked" ? word.done.asked : word.done.started(account?.handle ?? "")}</DoneNotice>
        )}
        {notSent && (
          <CareNotice title={word.notSent[notSent].title} refused>
            <p>{word.notSent[notSent].text}</p>
          </CareNotice>
        )}
        <FollowWay {...props} />
        {own && account && account.notes.length > 0 && (
          <section class="stack" aria-labelledby="said">
            <h2 class="like-h3" id="said">
              {word.said}
            </h2>
            <Notes notes={account.notes} language={language} />
          </section>
        )}
        <MailWay {...props} />
        <FeedWay {...props} />
        <Kept frame={frame} />
      </div>
    </Layout>
  );
}

function Search({ frame: { language }, filters, search }: WatchPageProps) {
  const word = words[language];
  const parts = searchParts(filters, language);
  return (
    <div class="stack stack-2">
      <h2 class="like-h4">{word.search}</h2>
      <ul class="tags">
        {(parts.length === 0 ? [word.everything] : parts).map((part) => (
          <li>
            <span class="tag">{part}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={withSearch("/directory", search)}>{word.seeSearch}</a>
      </p>
    </div>
  );
}

function Kept({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  return (
    <section class="stack stack-2" aria-labelledby="kept">
      <h2 class="like-h4" id="kept">
        {word.kept}
      </h2>
      <ul class="list small">
        {word.keptList.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}
