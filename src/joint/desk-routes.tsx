import { Hono } from "hono";
import type { Language } from "../foundation/language.ts";
import { isCode } from "../hosts/vocabularies.ts";
import { listOffers } from "../offers/queries.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { readSent } from "../web/sent.ts";
import { answerDesk } from "./desk-answer-routes.tsx";
import { readPartners, readPrice } from "./desk-beginning-parts.tsx";
import { doAtDesk, type JointContext, type JointDeskDeps } from "./desk-doing-parts.tsx";
import { invitationDesk } from "./desk-invitation-routes.tsx";
import { ListPage } from "./desk-list-page.tsx";
import { NewPage } from "./desk-new-page.tsx";
import { paperDesk } from "./desk-paper-routes.tsx";
import { paperPath, writes } from "./desk-parts.tsx";
import { type Sent, textOf } from "./desk-terms-form.ts";
import { termsDesk } from "./desk-terms-routes.tsx";
import { words } from "./desk-words.ts";
import { type Beginning, beginJoint, contentOf } from "./drafting.ts";
import type { Named } from "./joint.ts";
import { listKnownHosts } from "./naming.ts";
import { listInvitations, listPapers } from "./queries.ts";

/** `/admin/joint…`: what our host gives together with others, led by it or by them. */
export function jointDesk(deps: JointDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/joint", (c) => list(deps, c))
    .get("/admin/joint/new", (c) => showNew(deps, c, prefilled(new URL(c.req.url).searchParams), {}))
    .post("/admin/joint", (c) => begin(deps, c))
    .route("/", answerDesk(deps))
    .route("/", invitationDesk(deps))
    .route("/", termsDesk(deps))
    .route("/", paperDesk(deps));
}

async function list({ db, frameOf }: JointDeskDeps, c: JointContext): Promise<Response> {
  const frame = await frameOf(c);
  const [papers, invitations] = [await listPapers(db), await listInvitations(db)];
  return showDeskPage(c, <ListPage {...{ frame, papers, invitations, done: c.req.query("done") ?? null }} />);
}

/** What a link brings: from a combination that the directory found, its hosts and what it is for. */
function prefilled(query: URLSearchParams): Sent {
  const partners = query.getAll("with").slice(0, 11);
  const one = (name: string) => (query.get(name) ?? "").slice(0, 300);
  return {
    ...Object.fromEntries(partners.map((typed, at) => [`with-${at + 1}`, [typed.slice(0, 300)]])),
    ...{ title: [one("title")], summary: [one("summary")], offer: [one("offer")] },
    needs: query.getAll("need").filter((code) => isCode("needs", code)),
  };
}

async function showNew(deps: JointDeskDeps, c: JointContext, sent: Sent, wrong: Wrong): Promise<Response> {
  const frame = await deps.frameOf(c);
  if (!writes(frame)) return c.redirect("/admin/joint", 303);
  const drafts = await listDrafts(deps);
  const known = await listKnownHosts(deps.db);
  const page = <NewPage {...{ frame, drafts, known, sent, wrong }} />;
  return showDeskPage(c, page, Object.keys(wrong).length > 0 ? 422 : 200);
}

/** Our drafts that nobody else signs yet. */
async function listDrafts({ db }: JointDeskDeps) {
  const signed = new Set((await listPapers(db, { kinds: ["offer"] })).map(({ id }) => id));
  return (await listOffers(db, { states: ["draft"] })).filter(({ id }) => !signed.has(id));
}

async function begin(deps: JointDeskDeps, c: JointContext): Promise<Response> {
  const sent = await readSent(c);
  const { language } = await deps.frameOf(c);
  const wrong: Record<string, string> = {};
  const partners = await readPartners(deps, sent, language, wrong);
  const beginning = readBeginning(sent, partners, language, wrong);
  if (Object.keys(wrong).length > 0) return showNew(deps, c, sent, wrong);
  const done = await doAtDesk(deps, c, {
    ...{ form: textOf(sent, "form"), deed: "joint-drafted" },
    async work(tx, deed) {
      const begun = await beginJoint(tx, beginning, deed);
      if (!begun.done) return begun;
      const { id, title: subject } = begun.value;
      return { done: true, value: { subject, path: `${paperPath(id, "terms")}?done=drafted` } };
    },
  });
  if ("path" in done) return c.redirect(done.path, 303);
  const field = done.refused === "offer-not-draft" || done.refused === "already-joint" ? "offer" : "title";
  return showNew(deps, c, sent, { [field]: words[language].refusals[done.refused] });
}

function readBeginning(
  sent: Sent,
  partners: readonly Named[],
  language: Language,
  wrong: Record<string, string>,
): Beginning {
  const word = words[language].make;
  const price = readPrice(sent);
  if (price === "wrong") wrong["price"] = word.amountWrong;
  const total = price === "wrong" ? null : price;
  const slug = textOf(sent, "offer");
  if (slug !== "") return { offer: slug, partners, total: null };
  const title = textOf(sent, "title").slice(0, 200);
  if (title === "") wrong["title"] = word.titleMissing;
  const needs = (sent["needs"] ?? []).filter((code) => isCode("needs", code));
  const summary = textOf(sent, "summary").slice(0, 300);
  return { offer: contentOf({ title, summary, needs, language, price: total }), partners, total };
}
