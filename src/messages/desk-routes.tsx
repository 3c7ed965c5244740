import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import type { AnswerRefusal } from "./answer.ts";
import { answerMessage } from "./answer-changes.ts";
import {
  addRemark,
  assignConversation,
  type Doing,
  reopenConversation,
  settleConversation,
} from "./conversation-changes.ts";
import { listConversations } from "./conversations.ts";
import { baseOf, type TypedAnswer } from "./desk-answer-parts.tsx";
import { answerRoutes } from "./desk-answer-routes.tsx";
import { ConversationPage, type ConversationPageProps } from "./desk-conversation-page.tsx";
import { ListPage, pathOf } from "./desk-list-page.tsx";
import { reportRoutes } from "./desk-report-routes.tsx";
import { words } from "./desk-words.ts";
import { AnswerForm, AssigneeForm, DoneForm, ListQuery, RemarkForm } from "./form.ts";
import { countOpenReports } from "./queries.ts";
import { type ConversationView, type Elsewhere, readConversation } from "./view.ts";
import { countToAnswer, findOldest } from "./waiting.ts";

export type MessagesDeskDeps = DeskDeps & Elsewhere;

/** `/admin/messages`: what people wrote to us, what we answer, who looks after it. */
export function messagesRoutes(deps: MessagesDeskDeps): Hono<DeskEnv> {
  const { db } = deps;
  return new Hono<DeskEnv>()
    .get("/admin/messages", (c) => showList(deps, c))
    .route("/", reportRoutes(deps))
    .route("/", answerRoutes(deps))
    .get("/admin/messages/:number{[0-9]{1,15}}", async (c) => {
      const { done, exact } = c.req.query();
      return show(deps, c, { done, exact: exact !== undefined });
    })
    .post("/admin/messages/:number{[0-9]{1,15}}", (c) => answer(deps, c))
    .post("/admin/messages/:number{[0-9]{1,15}}/done", async (c) => {
      const { latest } = DoneForm.parse(await c.req.parseBody());
      const doing = doingOf(deps, c);
      await db.transaction().execute((tx) => settleConversation(tx, numberOf(c), latest, doing));
      return c.redirect(`${pathOf(numberOf(c))}?done=settled`, 303);
    })
    .post("/admin/messages/:number{[0-9]{1,15}}/reopening", async (c) => {
      await db.transaction().execute((tx) => reopenConversation(tx, numberOf(c), doingOf(deps, c)));
      return c.redirect(`${pathOf(numberOf(c))}?done=reopened`, 303);
    })
    .post("/admin/messages/:number{[0-9]{1,15}}/assignee", async (c) => {
      const { assignee } = AssigneeForm.parse(await c.req.parseBody());
      const doing = doingOf(deps, c);
      await db.transaction().execute((tx) => assignConversation(tx, numberOf(c), assignee || null, doing));
      return c.redirect(`${pathOf(numberOf(c))}?done=assigned`, 303);
    })
    .post("/admin/messages/:number{[0-9]{1,15}}/remarks", (c) => remark(deps, c));
}

/** Who does something, and when. */
const doingOf = (deps: DeskDeps, c: Context<DeskEnv>): Doing => ({ by: c.get("person"), now: deps.now() });

const numberOf = (c: Context): number => Number(c.req.param("number"));
const pageSize = 20;

async function showList(deps: MessagesDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { db } = deps;
  const { show: which, before, done } = ListQuery.parse(c.req.query());
  const account = c.get("person").id;
  const found = await listConversations(db, { show: which, account, before, limit: pageSize + 1 });
  const lines = found.slice(0, pageSize);
  return showDeskPage(
    c,
    <ListPage
      {...{ show: which, lines, done, first: before === undefined, frame: await deps.frameOf(c) }}
      next={found.length > pageSize ? (lines.at(-1)?.newest ?? null) : null}
      waiting={await countToAnswer(db)}
      reports={await countOpenReports(db)}
      oldest={(await findOldest(db))?.number ?? null}
    />,
  );
}

interface Shown extends Pick<ConversationPageProps, "remark" | "wrong" | "preview" | "done"> {
  readonly typed?: TypedAnswer;
  /** The answer is to the very message of the address. */
  readonly exact?: boolean;
}

async function show(
  deps: MessagesDeskDeps,
  c: Context<DeskEnv>,
  { exact = false, ...shown }: Shown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const number = numberOf(c);
  const view = await readConversation(deps.db, deps, number, exact);
  if (view === null) throw new NotFound(`there is no message ${number}`);
  const frame = { ...(await deps.frameOf(c)), path: pathOf(number) };
  const next = (await findOldest(deps.db, number))?.number ?? null;
  return showDeskPage(c, <ConversationPage typed={emptyAnswer(view)} {...{ frame, view, next, ...shown }} />, status);
}

const emptyAnswer = ({ voices, answered, language }: ConversationView): TypedAnswer => ({
  actor: voices[0]?.id ?? "",
  text: "",
  language: baseOf(answered?.language ?? null)[0] ?? baseOf(language)[0] ?? "fr",
});

async function answer(deps: MessagesDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const typed = AnswerForm.parse(await c.req.parseBody());
  if (typed.do === "preview") return show(deps, c, { typed, preview: true, exact: true });
  const number = numberOf(c);
  const doing = doingOf(deps, c);
  let refusal: AnswerRefusal | null = null;
  const sent = { form: typed.form, account: doing.by.id, now: doing.now };
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, sent, async () => {
      const outcome = await answerMessage(tx, number, typed, doing);
      if (!outcome.done) refusal = outcome.reason;
      return outcome.done ? `${pathOf(number)}?done=answered#content` : null;
    }),
  );
  if (path !== null) return c.redirect(path, 303);
  const { language } = await deps.frameOf(c);
  const wrong = refusal === null ? {} : wrongOf(refusal, words[language].refusals[refusal]);
  return show(deps, c, { typed, wrong, exact: true }, 422);
}

function wrongOf(refusal: AnswerRefusal, sentence: string): Record<string, string> {
  if (refusal === "actor-unknown") return { actor: sentence };
  return refusal === "language-unknown" ? { language: sentence } : { text: sentence };
}

async function remark(deps: MessagesDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { remark: text } = RemarkForm.parse(await c.req.parseBody());
  const number = numberOf(c);
  const outcome = await deps.db.transaction().execute((tx) => addRemark(tx, number, text, doingOf(deps, c)));
  if (outcome.done) return c.redirect(`${pathOf(number)}?done=remarked`, 303);
  const { language } = await deps.frameOf(c);
  return show(deps, c, { remark: text, wrong: { remark: words[language].refusals[outcome.reason] } }, 422);
}
