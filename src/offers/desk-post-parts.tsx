import { raw } from "hono/html";
import type { Language } from "../foundation/language.ts";
import { actorPicture } from "../web/assets.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { deskOffer, OfferDeskPage } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { WorkingOffer } from "./drafts.ts";

/** What an offer's account is going to say. */
export interface PostToShow {
  /** HTML that is safe here. */
  readonly content: string;
  readonly language: string;
  /** Under which name, and from where. */
  readonly name: string;
  readonly address: string;
}

/** A post as those who follow will see it, near enough to check it. */
export function PostCard({ post, language }: { readonly post: PostToShow; readonly language: Language }) {
  return (
    <article class="post">
      <p class="post-head">{words[language].postHead(post.address)}</p>
      <div class="post-in">
        <div class="post-by">
          <img src={actorPicture("offer")} alt="" width="44" height="44" />
          <p>
            <b>{post.name}</b>
            <small>{post.address}</small>
          </p>
        </div>
        <div class="post-text post-html" lang={post.language}>
          {raw(post.content)}
        </div>
      </div>
    </article>
  );
}

export interface PostPageProps {
  readonly frame: DeskFrame;
  readonly working: WorkingOffer;
  /** Null once the offer is published: it is announced once. */
  readonly news: PostToShow | null;
  readonly state: PostToShow | null;
}

/** What the account of an offer says: when it is announced, and as its pinned post. */
export function PostPage({ frame, working, news, state }: PostPageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <OfferDeskPage frame={frame} working={working} title={word.previewPost}>
      <div class="stack stack-3">
        <h1 class="like-h2">{word.previewPost}</h1>
        <p class="lead">{word.previewPostText}</p>
      </div>
      {news !== null && <PostCard post={news} language={language} />}
      {state !== null && (
        <section class="stack stack-3" aria-labelledby="pinned">
          <h2 class="like-h3" id="pinned">
            {word.previewState}
          </h2>
          <PostCard post={state} language={language} />
        </section>
      )}
      <p class="form-end">
        <a class="button" href={deskOffer(working.offer.slug, "preview")}>
          {word.previewPage}
        </a>
        <a class="button button-quiet" href={deskOffer(working.offer.slug)}>
          {word.previewBack}
        </a>
      </p>
    </OfferDeskPage>
  );
}

/** Above the public page of an offer, while only its host sees it. */
export function PreviewBanner({ slug, language }: { readonly slug: string; readonly language: Language }) {
  const word = words[language];
  return (
    <aside class="demo-banner" aria-label={word.previewBanner}>
      <div class="wrap">
        <p>
          <strong>{word.previewBanner}.</strong> {word.previewText} <a href={deskOffer(slug)}>{word.previewBack}</a> ·{" "}
          <a href={deskOffer(slug, "post")}>{word.previewPost}</a>
        </p>
      </div>
    </aside>
  );
}
