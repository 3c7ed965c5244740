import { isDeepStrictEqual } from "node:util";
import { Hono } from "hono";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { Reader } from "../foundation/database.ts";
import { findWorkingOffer } from "../offers/drafts.ts";
import { findOfferById } from "../offers/queries.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { readSent } from "../web/sent.ts";
import { comment as commentOn } from "./comments.ts";
import { type Doing, doAtDesk, findOwn, type JointContext, type JointDeskDeps } from "./desk-doing-parts.tsx";
import { needPaper } from "./desk-needs-parts.tsx";
import { PaperPage, type PaperPageProps } from "./desk-paper-page.tsx";
import { paperPath } from "./desk-parts.tsx";
import { textOf } from "./desk-terms-form.ts";
import { words } from "./desk-words.ts";
import { askForContent, giveUpJoint, inviteWithContent } from "./drafting.ts";
import type { JointPaper } from "./joint.ts";
import { listComments } from "./queries.ts";
import { findSigned } from "./versions.ts";

const one = "/admin/joint/:id{[0-9a-f-]{36}}";

/** `/admin/joint/ID`: something that our host leads, and what is done with it. */
export function paperDesk(deps: JointDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(one, async (c) => show(deps, c, await needPaper(deps, c), {}, {}))
    .post(`${one}/invitation`, needsRole("editor"), (c) => act(deps, c, acts.invitation))
    .post(`${one}/content`, needsRole("editor"), (c) => act(deps, c, acts.content))
    .post(`${one}/withdrawal`, needsRole("editor"), (c) => act(deps, c, acts.withdrawal))
    .post(`${one}/comments`, needsRole("editor"), (c) => comment(deps, c));
}

interface Act {
  readonly deed: string;
  readonly done: string;
  readonly verb: typeof inviteWithContent;
}

const acts = {
  invitation: { deed: "joint-asked", done: "invited", verb: inviteWithContent },
  content: { deed: "joint-asked", done: "invited", verb: askForContent },
  withdrawal: { deed: "joint-withdrawn", done: "withdrawn", verb: giveUpJoint },
} satisfies Record<string, Act>;

async function act(deps: JointDeskDeps, c: JointContext, { deed, done, verb }: Act): Promise<Response> {
  const [{ id }, sent] = [await needPaper(deps, c), await readSent(c)];
  const doing: Doing = {
    ...{ form: textOf(sent, "form"), deed },
    async work(tx, by) {
      const did = await verb(tx, id, by);
      return did.done
        ? { done: true, value: { subject: did.value.title, path: `${paperPath(id)}?done=${done}` } }
        : did;
    },
  };
  const did = await doAtDesk(deps, c, doing);
  if ("path" in did) return c.redirect(did.path, 303);
  const { language } = await deps.frameOf(c);
  return show(deps, c, await needPaper(deps, c), {}, { partners: words[language].refusals[did.refused] });
}

async function comment(deps: JointDeskDeps, c: JointContext): Promise<Response> {
  const [paper, sent] = [await needPaper(deps, c), await readSent(c)];
  const text = textOf(sent, "text");
  const did = await doAtDesk(deps, c, {
    ...{ form: textOf(sent, "form"), deed: "joint-commented" },
    async work(tx, by) {
      const said = await commentOn(tx, { paper: paper.id }, text, { ...by, noteAt: deps.noteAt });
      return said.done
        ? { done: true, value: { subject: paper.title, path: `${paperPath(paper.id)}?done=commented` } }
        : said;
    },
  });
  if ("path" in did) return c.redirect(did.path, 303);
  const { language } = await deps.frameOf(c);
  return show(deps, c, paper, { text }, { text: words[language].refusals[did.refused] });
}

async function show(
  deps: JointDeskDeps,
  c: JointContext,
  paper: JointPaper,
  typed: Typed,
  wrong: Wrong,
): Promise<Response> {
  const { db } = deps;
  const frame = { ...(await deps.frameOf(c)), path: paperPath(paper.id) };
  const props: PaperPageProps = {
    ...{ frame, paper, typed, wrong, own: await findOwn(deps), done: c.req.query("done") ?? null },
    offer: await findOfferOf(db, paper),
    about: paper.about === null ? null : await deps.findAbout(paper.about),
    comments: await listComments(db, { paper: paper.id }),
    since: await findSince(db, paper),
  };
  return showDeskPage(c, <PaperPage {...props} />, Object.keys(wrong).length > 0 ? 422 : 200);
}

/** The offer as our team has written it, which may say more than the others were asked for. */
async function findOfferOf(reader: Reader, { offer: id, content }: JointPaper): Promise<PaperPageProps["offer"]> {
  const offer = id === null ? null : await findOfferById(reader, id);
  const working = offer && (await findWorkingOffer(reader, offer.slug));
  return working && { slug: working.offer.slug, differs: !isDeepStrictEqual(working.content, content) };
}

/** What partners have signed that is not what is asked for now, each version once. */
async function findSince(reader: Reader, { id, version, partners }: JointPaper): Promise<PaperPageProps["since"]> {
  const older = partners.filter(({ stampVersion }) => stampVersion !== null && stampVersion !== version);
  const found: PaperPageProps["since"][number][] = [];
  for (const [signed, who] of Map.groupBy(older, ({ stampVersion }) => stampVersion ?? "")) {
    const before = await findSigned(reader, { paper: id }, signed);
    if (before !== null) found.push({ names: who.map(({ name }) => name), before });
  }
  return found;
}
