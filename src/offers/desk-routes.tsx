import { Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { createOffer } from "./changes.ts";
import { deedRoutes } from "./desk-deed-routes.tsx";
import { historyRoutes } from "./desk-history-routes.tsx";
import { OfferListPage } from "./desk-list-page.tsx";
import { NewOfferPage } from "./desk-new-page.tsx";
import { deskOffer, writes } from "./desk-parts.tsx";
import { previewRoutes } from "./desk-preview-routes.tsx";
import { act, type DeskContext, type OffersDeskDeps, orAgain, readEntries } from "./desk-requests-parts.tsx";
import { sectionRoutes } from "./desk-section-routes.tsx";
import { words } from "./desk-words.ts";
import { listDrafted } from "./drafts.ts";
import { StoredOffer } from "./form.ts";
import { createFromModel } from "./models.ts";
import { type OfferModel, offerModels } from "./offer-model.ts";
import { listOffers } from "./queries.ts";
import { words as offerWords } from "./words.ts";

/** `/admin/offers…`: what the host proposes, written, published and ended. */
export function offersDesk(deps: OffersDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/offers", (c) => list(deps, c))
    .get("/admin/offers/new", (c) => ask(deps, c, { from: c.req.query("from") ?? "small" }, {}))
    .post("/admin/offers", (c) => create(deps, c))
    .route("/", previewRoutes(deps))
    .route("/", historyRoutes(deps))
    .route("/", deedRoutes(deps))
    .route("/", sectionRoutes(deps));
}

async function list(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const frame = await deps.frameOf(c);
  const [offers, drafted, stateOf] = await Promise.all([
    listOffers(deps.db),
    listDrafted(deps.db),
    deps.roomIn(frame.language),
  ]);
  const done = c.req.query("done") ?? null;
  return showDeskPage(c, <OfferListPage {...{ frame, offers, drafted, stateOf, done }} />);
}

async function ask(deps: OffersDeskDeps, c: DeskContext, typed: Typed, wrong: Wrong): Promise<Response> {
  const frame = await deps.frameOf(c);
  if (!writes(frame)) return c.redirect("/admin/offers", 303);
  const page = <NewOfferPage frame={frame} typed={typed} wrong={wrong} />;
  return showDeskPage(c, page, Object.keys(wrong).length > 0 ? 422 : 200);
}

async function create(deps: OffersDeskDeps, c: DeskContext): Promise<Response> {
  const sent = await readEntries(c);
  const text = (name: string) => (sent[name]?.[0] ?? "").trim().slice(0, 200);
  const typed = { from: text("from"), title: text("title"), form: text("form") };
  const { language } = await deps.frameOf(c);
  const model = offerModels.find((known) => known === typed.from) ?? null;
  if (model === null && typed.from !== "blank") return ask(deps, c, typed, { from: words[language].modelMissing });
  if (model === null && typed.title === "")
    return ask(deps, c, typed, { title: offerWords[language].refusals["title-missing"] });
  return c.redirect(await begin(deps, c, { ...typed, model, language }), 303);
}

interface Beginning {
  readonly model: OfferModel | null;
  readonly title: string;
  readonly language: "fr" | "en";
  readonly form: string;
}

async function begin(
  deps: OffersDeskDeps,
  c: DeskContext,
  { model, title, language, form }: Beginning,
): Promise<string> {
  const made = () =>
    act(deps, c, (tx, { now, who, person }) =>
      onceSent(tx, { form, account: person.id, now }, async () => {
        const begun =
          model === null
            ? await createOffer(tx, StoredOffer.parse({ title, language }), { now, who })
            : await createFromModel(tx, model, language, now, { title, who });
        if (!begun.done) return null;
        await enter(tx, person, { deed: "offer-created", subject: begun.value.content.title, now });
        return `${deskOffer(begun.value.slug, "what")}?done=created`;
      }),
    );
  return (await orAgain(made)) ?? "/admin/offers/new";
}
