import { type Context, Hono } from "hono";
import { dateWords } from "../foundation/date-words.ts";
import { NotFound } from "../foundation/errors.ts";
import { Layout } from "../web/layout.tsx";
import { showPage } from "../web/respond.ts";
import { addressOf, FollowForm, type PageDeps, readFrame, type Said } from "./parts.tsx";
import { words } from "./words.ts";

/** One thing that one of our accounts said. */
export interface SaidHere extends Said {
  /** The account's name: @handle. */
  readonly handle: string;
  readonly language: string;
  /** Its permanent id, for other servers. */
  readonly id: string;
  /** Whether search engines may show it. */
  readonly listed: boolean;
}

export interface NoteDeps extends PageDeps {
  noteOf(handle: string, note: string): Promise<SaidHere | null>;
}

/** `/@name/note`, where a link to what an account said leads; `/tags/…`, where its hashtags lead. */
export function noteRoutes(deps: NoteDeps): Hono {
  return new Hono()
    .get("/:handle{@[^/]+}/:note", (c) => show(deps, c))
    .get("/tags/:tag", (c) => c.redirect(pageOfTag(c.req.param("tag")), 302));
}

/** Where what carries one of our hashtags stands. */
function pageOfTag(tag: string): string {
  return tag.toLowerCase() === "fondsgroupe" ? "/funding" : "/#offers";
}

async function show(deps: NoteDeps, c: Context): Promise<Response> {
  const handle = (c.req.param("handle") ?? "").slice(1).toLowerCase();
  const note = await deps.noteOf(handle, c.req.param("note") ?? "");
  if (note === null) throw new NotFound();
  const { frame } = await readFrame(deps, c.req.raw);
  const word = words[frame.language];
  const page = (
    <Layout
      frame={frame}
      title={shorten(note.content)}
      description={shorten(note.content)}
      canonical={c.req.path}
      actor={note.id}
      unlisted={!note.listed}
    >
      <div class="wrap wrap-narrow section stack stack-6">
        <article class="sheet stack">
          <h1 class="like-h4">
            <a href={`/@${handle}`}>{addressOf(frame.origin, handle)}</a>
          </h1>
          <p class="lead news-text" lang={note.language}>
            {note.content}
          </p>
          <p class="small soft">
            <time datetime={note.published.toISOString()}>{dateWords(note.published, frame.language, "long")}</time>
          </p>
        </article>
        <section class="stack" id="follow" aria-labelledby="follow-title">
          <h2 class="like-h3" id="follow-title">
            {word.followHere}
          </h2>
          <p>{word.followShort}</p>
          <FollowForm frame={frame} target={handle} />
        </section>
      </div>
    </Layout>
  );
  return showPage(c, deps.origin, page);
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}
