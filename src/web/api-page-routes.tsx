import { Hono } from "hono";
import { type Described, describeApi } from "./api-document.ts";
import { ApiPage } from "./api-page.tsx";
import type { Frame } from "./layout.tsx";
import { showPage } from "./respond.ts";

export interface ApiPageDeps extends Described {
  readFrame(request: Request): Promise<Frame>;
}

/** `/api` for people and `/api/openapi.json` for tools: the same description. */
export function apiPageRoutes(deps: ApiPageDeps): Hono {
  let described: ReturnType<typeof describeApi> | null = null;
  // A megabyte, which few instances are ever asked for.
  const document = () => {
    described ??= describeApi(deps);
    return described;
  };
  return new Hono()
    .get("/api/openapi.json", (c) => {
      c.header("cache-control", "public, max-age=300");
      c.header("access-control-allow-origin", "*");
      return c.json(document());
    })
    .get("/api", async (c) => {
      const frame = await deps.readFrame(c.req.raw);
      return showPage(
        c,
        deps.origin,
        <ApiPage frame={frame} document={document()} texts={deps.texts[frame.language]} />,
      );
    });
}
