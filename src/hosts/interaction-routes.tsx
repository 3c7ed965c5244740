import { type Context, Hono } from "hono";
import { type Frame, Layout } from "../web/layout.tsx";
import { showPage } from "../web/respond.ts";
import { FollowForm, type PageDeps, readFrame } from "./parts.tsx";
import { words } from "./words.ts";

/** `/authorize_interaction` for an address elsewhere: nobody has an account here to act with, and nothing is fetched. */
export function interactionRoutes(deps: PageDeps): Hono {
  return new Hono().get("/authorize_interaction", (c) => show(deps, c));
}

async function show(deps: PageDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const address = (c.req.query("uri") ?? "").trim().slice(0, 500);
  return showPage(c, deps.origin, <ElsewherePage frame={frame} address={address} />);
}

function ElsewherePage({ frame, address }: { readonly frame: Frame; readonly address: string }) {
  const word = words[frame.language].elsewhere;
  const { host } = frame;
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap section split split-even">
        <div class="stack stack-5">
          <h1>{word.title}</h1>
          <p class="lead">{host ? word.whatThisIs(host.name) : word.whatThisIsUnnamed}</p>
          {address !== "" && (
            <div class="stack stack-2">
              <p>{word.cameFor}</p>
              <code class="command">{address}</code>
            </div>
          )}
          <p>{address === "" ? word.howWithout : word.how}</p>
          <p>
            <a href="/">{host ? word.home(host.name) : word.homeUnnamed}</a>
          </p>
        </div>
        {host && (
          <section class="sheet stack" id="follow" aria-labelledby="follow-title">
            <h2 class="like-h3" id="follow-title">
              {words[frame.language].followTitle(host.name)}
            </h2>
            <p>{words[frame.language].followShort}</p>
            <FollowForm frame={frame} target={host.handle} />
          </section>
        )}
      </div>
    </Layout>
  );
}
