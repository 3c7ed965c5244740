import { type Context, Hono } from "hono";
import { Conflict, NotFound } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Difference, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { changeAnswer, deleteAnswer } from "./answer-changes.ts";
import { type AddressedAnswer, findAnswer } from "./answers.ts";
import { ChangePage, RemovePage } from "./desk-answer-page.tsx";
import { pathOf } from "./desk-list-page.tsx";
import { words } from "./desk-words.ts";
import { ChangeForm } from "./form.ts";

const path = "/admin/messages/:number{[0-9]{1,15}}/answers/:answer{[0-9a-f-]{36}}";

/** `/admin/messages/12/answers/…`: an answer is changed or taken back. */
export function answerRoutes(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(path, async (c) => {
      const answer = await needAnswer(deps, c);
      return showChange(deps, c, answer, { text: answer.text });
    })
    .post(path, (c) => change(deps, c))
    .get(`${path}/removal`, async (c) => {
      const frame = await deps.frameOf(c);
      return showDeskPage(c, <RemovePage frame={frame} answer={await needAnswer(deps, c)} back={backOf(c)} />);
    })
    .post(`${path}/removal`, async (c) => {
      const { id } = await needAnswer(deps, c);
      const doing = { by: c.get("person"), now: deps.now() };
      await deps.db.transaction().execute((tx) => deleteAnswer(tx, id, doing));
      return c.redirect(`${backOf(c)}?done=taken-back`, 303);
    });
}

const backOf = (c: Context): string => pathOf(Number(c.req.param("number")));

async function needAnswer({ db }: DeskDeps, c: Context): Promise<AddressedAnswer> {
  const answer = await findAnswer(db, c.req.param("answer") ?? "");
  if (answer === null || answer.deleted !== null) throw new NotFound("there is no such answer");
  return answer;
}

async function change(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text, version } = ChangeForm.parse(await c.req.parseBody());
  const answer = await needAnswer(deps, c);
  const doing = { by: c.get("person"), now: deps.now() };
  const { language } = await deps.frameOf(c);
  const word = words[language];
  try {
    const outcome = await deps.db.transaction().execute((tx) => changeAnswer(tx, answer.id, { text, version }, doing));
    if (outcome.done) return c.redirect(`${backOf(c)}?done=changed`, 303);
    return showChange(deps, c, answer, { text, wrong: { text: word.refusals[outcome.reason] } }, 422);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const theirs = await needAnswer(deps, c);
    const differences = [{ label: word.text, yours: text, theirs: theirs.text }];
    return showChange(deps, c, theirs, { text, differences }, 422);
  }
}

interface Typed {
  readonly text: string;
  readonly wrong?: Wrong;
  readonly differences?: readonly Difference[];
}

async function showChange(
  deps: DeskDeps,
  c: Context<DeskEnv>,
  answer: AddressedAnswer,
  { text, wrong = {}, differences = [] }: Typed,
  status: 200 | 422 = 200,
): Promise<Response> {
  const props = { answer, text, wrong, differences, back: backOf(c), frame: await deps.frameOf(c) };
  return showDeskPage(c, <ChangePage {...props} />, status);
}
