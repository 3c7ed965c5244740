import type { DeskFrame } from "../web/desk.tsx";
import { Icon } from "../web/icon.tsx";
import { adviceOn } from "./advice.ts";
import { Differences } from "./desk-difference-parts.tsx";
import { differencesOf } from "./desk-differences.ts";
import { deskOffer, OfferDeskPage, statusWords, writes } from "./desk-parts.tsx";
import { PostCard, type PostToShow } from "./desk-post-parts.tsx";
import { words } from "./desk-words.ts";
import type { WorkingOffer } from "./drafts.ts";

export interface PublishPageProps {
  readonly frame: DeskFrame;
  readonly working: WorkingOffer;
  /** Who is told: those who follow the host, or, of changes, the offer. */
  readonly followers: number;
  readonly post: PostToShow | null;
  /** Tells what was read here, so that nothing else is published. */
  readonly version: string;
  /** It changed between the reading and the publishing. */
  readonly meanwhile: boolean;
  readonly wrong: string | null;
}

/** What publishing will do, before it is done: who is told of what, and what changes. */
export function PublishPage(props: PublishPageProps) {
  const { frame, working, meanwhile, wrong } = props;
  const { language } = frame;
  const word = words[language].publish;
  const changes = working.offer.state === "published";
  const title = changes ? word.changesTitle : word.title;
  return (
    <OfferDeskPage frame={frame} working={working} title={title}>
      <div class="stack stack-3">
        <h1 class="like-h2">{title}</h1>
        <p class="lead">{working.content.title}</p>
        <p class="soft">{statusWords(working, language)}</p>
      </div>
      {meanwhile && (
        <p class="notice notice-care" role="alert">
          {word.meanwhile}
        </p>
      )}
      {wrong !== null && (
        <p class="error-summary" role="alert">
          {wrong}
        </p>
      )}
      {changes && working.draft === null ? (
        <p>{word.noChanges}</p>
      ) : (
        <>
          <WhatHappens {...props} changes={changes} />
          {writes(frame) && <PublishForm {...props} changes={changes} />}
          {changes && <WhatChanges {...props} />}
          <WhatIsSaid {...props} changes={changes} />
        </>
      )}
    </OfferDeskPage>
  );
}

interface PartProps extends PublishPageProps {
  /** Of an offer that everyone sees already. */
  readonly changes: boolean;
}

function WhatHappens({ frame, working, followers, changes }: PartProps) {
  const word = words[frame.language].publish;
  const advised = adviceOn(working.content).length;
  return (
    <section class="stack stack-3 narrow" aria-labelledby="will">
      <h2 class="like-h3" id="will">
        {word.what}
      </h2>
      <ul class="list">
        {!changes && <li>{word.page}</li>}
        <li>{changes ? word.toldChanges(followers) : word.told(followers)}</li>
        {!changes && <li>{word.forGood}</li>}
        {advised > 0 && <li>{word.advised(advised)}</li>}
      </ul>
    </section>
  );
}

function PublishForm({ frame, working: { offer }, version, changes }: PartProps) {
  const word = words[frame.language];
  return (
    <form method="post" action={deskOffer(offer.slug, "publish")}>
      <input type="hidden" name="version" value={version} />
      <p class="form-end">
        <button class="button button-main" type="submit">
          <Icon name="megaphone" /> {changes ? word.publish.goChanges : word.publish.go}
        </button>
        <a class="button" href={deskOffer(offer.slug, "preview")}>
          {word.preview}
        </a>
        <a class="button button-quiet" href={deskOffer(offer.slug)}>
          {word.previewBack}
        </a>
      </p>
    </form>
  );
}

function WhatChanges({ frame: { language }, working: { offer, content } }: PublishPageProps) {
  return (
    <section class="stack stack-3 narrow" aria-labelledby="changes">
      <h2 class="like-h3" id="changes">
        {words[language].publish.changes}
      </h2>
      <Differences differences={differencesOf(offer.content, content, language)} language={language} />
    </section>
  );
}

function WhatIsSaid({ frame: { language }, post, changes }: PartProps) {
  const word = words[language].publish;
  if (post === null) return null;
  return (
    <section class="stack stack-3" aria-labelledby="post">
      <h2 class="like-h3" id="post">
        {changes ? word.postChanged : word.post}
      </h2>
      <PostCard post={post} language={language} />
    </section>
  );
}
