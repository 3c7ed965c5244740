import { dateWords } from "../foundation/date-words.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { ErrorSummary, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { SwarmTabs } from "../web/swarm-tabs.tsx";
import type { Block } from "./block.ts";
import { listsPath } from "./desk-lists-page.tsx";
import { words } from "./desk-words.ts";
import { words as listWords } from "./list-words.ts";
import type { Within } from "./queries.ts";

const path = "/admin/followers/blocks";

export interface BlocksPageProps {
  readonly frame: DeskFrame;
  readonly blocks: readonly Block[];
  readonly typed?: string;
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

/** The domains with which this instance has nothing to do, and the way to block one more. */
export function BlocksPage({ frame, blocks, typed = "", wrong = {}, done }: BlocksPageProps) {
  const { language } = frame;
  const word = words[language];
  const notice = Object.entries(word.did).find(([did]) => did === done)?.[1];
  const may = frame.person.role === "administrator";
  return (
    <DeskLayout frame={frame} title={word.blocks} here="followers">
      <ErrorSummary language={language} wrong={wrong} />
      {notice !== undefined && <DoneNotice>{notice}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.blocks}</h1>
        <p class="lead">{word.blocksLead}</p>
      </div>
      <SwarmTabs frame={frame} here="blocks" />
      {blocks.length === 0 ? (
        <Empty title={word.noBlocks} text={word.noBlocksMore} />
      ) : (
        <BlocksTable frame={frame} blocks={blocks} may={may} />
      )}
      {may && (
        <p>
          <a href={listsPath}>{listWords[language].title}</a>
        </p>
      )}
      {may && (
        <form class="sheet stack" method="get" action={`${path}/new`} aria-labelledby="new-block">
          <h2 class="like-h3" id="new-block">
            {word.newBlock}
          </h2>
          <TextField
            name="domain"
            label={word.domain}
            hint={word.domainHint}
            value={typed}
            wrong={wrong["domain"]}
            maxlength={2_000}
          />
          <div class="form-end">
            <button class="button button-main" type="submit">
              {word.goOn}
            </button>
          </div>
        </form>
      )}
    </DeskLayout>
  );
}

function BlocksTable({
  frame: { language },
  blocks,
  may,
}: Pick<BlocksPageProps, "frame" | "blocks"> & { readonly may: boolean }) {
  const word = words[language];
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{word.domain}</th>
          <th scope="col">{word.since}</th>
          <th scope="col">{word.reason}</th>
          {may && (
            <th scope="col">
              <span class="sr">{word.unblock}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {blocks.map(({ id, domain, reason, created }) => (
          <tr>
            <th scope="row">{domain}</th>
            <td data-word={word.since.toLowerCase()}>{dateWords(created, language, "short")}</td>
            <td>{reason ?? ""}</td>
            {may && (
              <td class="table-do">
                <form method="post" action={`${path}/${id}/removal`}>
                  <button class="button button-small" type="submit" aria-label={word.unblockWhat(domain)}>
                    {word.unblock}
                  </button>
                </form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What follows from a block, before it is made. */
export function BlockPage({
  frame,
  domain,
  counts,
}: {
  readonly frame: DeskFrame;
  readonly domain: string;
  readonly counts: Within;
}) {
  const { language } = frame;
  const word = words[language];
  const { followers, messages, deliveries, peers, hosts, future } = word.consequences;
  return (
    <DeskLayout frame={frame} title={word.blockTitle(domain)} here="followers">
      <Breadcrumb language={language} ways={[{ href: path, label: word.blocks }]} here={word.blockTitle(domain)} />
      <h1 class="like-h2">{word.blockTitle(domain)}</h1>
      <div class="stack stack-3">
        <p>{word.blockFollows}</p>
        <ul class="list">
          <li>{followers(counts.followers)}</li>
          <li>{messages(counts.messages)}</li>
          <li>{deliveries(counts.deliveries)}</li>
          <li>{peers(counts.peers)}</li>
          <li>{hosts(counts.hosts)}</li>
          <li>{future}</li>
        </ul>
      </div>
      <form method="post" action={path}>
        <input type="hidden" name="domain" value={domain} />
        <TextArea name="reason" label={word.reason} hint={word.reasonHint} optional={word.optional} value="" rows={3} />
        <div class="form-end">
          <button class="button button-danger" type="submit">
            {word.block}
          </button>
          <a class="button button-quiet" href={path}>
            {word.cancel}
          </a>
        </div>
      </form>
    </DeskLayout>
  );
}
