import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import type { Frame } from "../web/layout.tsx";
import { showPage } from "../web/respond.ts";
import type { Host } from "./host.ts";
import { MapPage } from "./map-page.tsx";
import { type PageDeps, readFrame } from "./parts.tsx";
import { AccessPage, SobrietyPage } from "./statement-pages.tsx";

export interface StatementDeps extends PageDeps {
  /** The offers that everyone may see, by name. */
  offerLinks(language: Language): Promise<readonly { readonly href: string; readonly label: string }[]>;
}

/** `/about/accessibility`, `/about/sobriety` and `/about/map`. */
export function statementRoutes(deps: StatementDeps): Hono {
  return new Hono()
    .get("/about/accessibility", (c) => show(deps, c, (props) => <AccessPage {...props} />))
    .get("/about/sobriety", (c) => show(deps, c, ({ frame }) => <SobrietyPage frame={frame} />))
    .get("/about/map", async (c) => {
      const { frame } = await readFrame(deps, c.req.raw);
      const offers = await deps.offerLinks(frame.language);
      return show(deps, c, () => <MapPage frame={frame} offers={offers} />);
    });
}

type Props = { readonly frame: Frame; readonly host: Host };

async function show(
  deps: StatementDeps,
  c: Context,
  page: (props: Props) => ReturnType<typeof AccessPage>,
): Promise<Response> {
  const { frame, host } = await readFrame(deps, c.req.raw);
  if (host === null) throw new NotFound();
  return showPage(c, deps.origin, page({ frame, host }));
}
