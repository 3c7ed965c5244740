import { Hono } from "hono";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import { NotFound } from "../foundation/errors.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { readSent } from "../web/sent.ts";
import { AnswerDeskPage } from "./desk-answer-page.tsx";
import { readPartners, readPrice } from "./desk-beginning-parts.tsx";
import { doAtDesk, type JointContext, type JointDeskDeps, type RequestShown } from "./desk-doing-parts.tsx";
import { paperPath, writes } from "./desk-parts.tsx";
import { type Sent, textOf } from "./desk-terms-form.ts";
import { words } from "./desk-words.ts";
import { beginAnswer } from "./drafting.ts";
import { listKnownHosts } from "./naming.ts";

const path = "/admin/joint/answer";

/** `/admin/joint/answer`: several hosts answer a funding request together, as one answer that each has signed. */
export function answerDesk(deps: JointDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(path, async (c) => {
      const request = await needRequest(deps, c.req.query("request"));
      return show(deps, c, request, { request: [request.key], period: [request.period] }, {});
    })
    .post(path, needsRole("editor"), (c) => begin(deps, c));
}

async function needRequest({ findRequest }: JointDeskDeps, key: string | undefined): Promise<RequestShown> {
  const request = await findRequest(key ?? "");
  if (request === null) throw new NotFound();
  return request;
}

async function show(
  deps: JointDeskDeps,
  c: JointContext,
  about: RequestShown,
  sent: Sent,
  wrong: Wrong,
): Promise<Response> {
  const frame = await deps.frameOf(c);
  if (!writes(frame)) return c.redirect("/admin/joint", 303);
  const page = <AnswerDeskPage {...{ frame, about, sent, wrong, known: await listKnownHosts(deps.db) }} />;
  return showDeskPage(c, page, Object.keys(wrong).length > 0 ? 422 : 200);
}

async function begin(deps: JointDeskDeps, c: JointContext): Promise<Response> {
  const sent = await readSent(c);
  const request = await needRequest(deps, textOf(sent, "request"));
  const { language } = await deps.frameOf(c);
  const wrong: Record<string, string> = {};
  const partners = await readPartners(deps, sent, language, wrong);
  const price = readPrice(sent);
  if (price === "wrong") wrong["price"] = words[language].make.amountWrong;
  const text = textOf(sent, "text").slice(0, 5_000);
  if (text === "") wrong["text"] = words[language].answering.textMissing;
  if (Object.keys(wrong).length > 0) return show(deps, c, request, sent, wrong);
  const { title, address: about } = request;
  const done = await doAtDesk(deps, c, {
    ...{ form: textOf(sent, "form"), deed: "joint-drafted" },
    async work(tx, deed) {
      const total = price === "wrong" ? null : price;
      const begun = await beginAnswer(tx, { about, title, text, language, partners, total }, deed);
      if (!begun.done) return begun;
      const { id, title: subject } = begun.value;
      return { done: true, value: { subject, path: `${paperPath(id, "terms")}?done=drafted` } };
    },
  });
  if ("path" in done) return c.redirect(done.path, 303);
  return show(deps, c, request, sent, { text: words[language].refusals[done.refused] });
}
