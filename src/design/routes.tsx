import { Hono } from "hono";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { showPage } from "../web/respond.ts";
import { schemes } from "../web/roles.ts";
import { DesignPage } from "./design-page.tsx";

/** `/about/design`: the look, with every component in every state; `?scheme=dark` shows it in the dark. */
export function designRoutes(deps: PageDeps): Hono {
  return new Hono().get("/about/design", async (c) => {
    const { frame } = await readFrame(deps, c.req.raw);
    const scheme = schemes.find((one) => one === c.req.query("scheme")) ?? null;
    return showPage(c, deps.origin, <DesignPage frame={frame} now={deps.now()} scheme={scheme} />);
  });
}
