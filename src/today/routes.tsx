import { Hono } from "hono";
import { type DeskDeps, type DeskEnv, DeskLayout } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { words } from "./words.ts";

/** `/admin`: what waits for somebody today. */
export function todayRoutes(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get("/admin", async (c) => {
    const frame = await deps.frameOf(c);
    const word = words[frame.language];
    return showDeskPage(
      c,
      <DeskLayout frame={frame} title={word.title} here="today">
        <div class="stack stack-3">
          <h1 class="like-h2">{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
      </DeskLayout>,
    );
  });
}
