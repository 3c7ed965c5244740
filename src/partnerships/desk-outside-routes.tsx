import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { type MailSettings, sendMail, sendSealedMail, sendsMail } from "../foundation/mail.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { readOutside, readTypedOutside, type TypedOutside, usualExpiry } from "./desk-form.ts";
import { AskOutsidePage, OutsideDeskPage, OutsideLinkPage } from "./desk-outside-page.tsx";
import { words } from "./desk-words.ts";
import { outsideEndedLetter, outsideLetter } from "./letter-words.ts";
import type { OutsidePartnership } from "./outside.ts";
import {
  actOutside,
  askOutside,
  eraseOutside,
  type OutsideAsked,
  renewOutsideLink,
  showOutside,
} from "./outside-changes.ts";
import { findOutside } from "./outside-queries.ts";
import { outsidePath } from "./outside-routes.tsx";

export interface OutsideDeskDeps extends DeskDeps {
  readonly mail: MailSettings;
}

const one = "/admin/partners/outside/:id{[0-9a-f-]{36}}";

/** `/admin/partners/outside…`: requests to hosts that have no site of their own. */
export function outsideDesk(deps: OutsideDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/partners/outside/new", (c) => showForm(deps, c, begun(deps), {}))
    .post("/admin/partners/outside/new", (c) => ask(deps, c))
    .get(one, async (c) => show(deps, c, await find(deps, c), {}))
    .post(`${one}/link`, (c) => makeLink(deps, c))
    .post(`${one}/withdraw`, (c) => withdraw(deps, c))
    .post(`${one}/show`, (c) => setShown(deps, c, true))
    .post(`${one}/hide`, (c) => setShown(deps, c, false))
    .post(`${one}/erasure`, (c) => erase(deps, c));
}

function begun({ language, now }: OutsideDeskDeps): TypedOutside {
  const nothing = { to: [], address: "", kind: "", offered: [], wanted: [], message: "", about: "" };
  return { ...nothing, name: "", email: "", language, expires: usualExpiry(now()), shown: false };
}

async function find({ db }: OutsideDeskDeps, c: Context<DeskEnv>): Promise<OutsidePartnership> {
  const found = await findOutside(db, c.req.param("id") ?? "");
  if (found === null) throw new NotFound();
  return found;
}

async function ask(deps: OutsideDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody({ all: true });
  const typed = readTypedOutside(form);
  const { language, host } = await deps.frameOf(c);
  const word = words[language].wrong;
  const asked = readOutside(typed, deps.now());
  if (!("kind" in asked))
    return showForm(deps, c, typed, Object.fromEntries(asked.map((field) => [field, word[field]])));
  const person = c.get("person");
  const sent = { form: String(form["form"] ?? ""), account: person.id, now: deps.now() };
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, sent, async () => {
      const id = await askAndWrite(deps, tx, asked, host?.name ?? "Essaim");
      if (id === null) return null;
      await enter(tx, person, { deed: "outside-partnership-ask", subject: asked.name, now: deps.now() });
      return `/admin/partners/outside/${id}?done=${sendsMail(deps.mail) ? "asked" : "asked-by-hand"}`;
    }),
  );
  return path === null ? showForm(deps, c, typed, { email: word["too-many-today"] }) : c.redirect(path, 303);
}

/** The letter leaves with the request; where no mail is set up, the team makes the link and passes it on. */
async function askAndWrite(
  { mail, secret, origin, now }: OutsideDeskDeps,
  tx: Transaction,
  asked: OutsideAsked,
  host: string,
): Promise<string | null> {
  const outcome = await askOutside(tx, asked, now());
  if (!outcome.done) return null;
  const { id, token } = outcome.value;
  const partnership = await findOutside(tx, id);
  if (partnership === null) return null;
  await sendSealedMail(tx, mail, secret, outsideLetter(partnership, host, origin + outsidePath(token)));
  return id;
}

async function makeLink(deps: OutsideDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const [frame, partnership] = [await deps.frameOf(c), await find(deps, c)];
  const { id, name } = partnership;
  const token = await deps.db.transaction().execute(async (tx) => {
    const made = await renewOutsideLink(tx, id);
    if (made !== null)
      await enter(tx, c.get("person"), { deed: "outside-partnership-link", subject: name, now: deps.now() });
    return made;
  });
  if (token === null) return show(deps, c, partnership, { history: words[frame.language].wrong["not-possible-now"] });
  const link = deps.origin + outsidePath(token);
  const letter = outsideLetter(partnership, frame.host?.name ?? "Essaim", link);
  const page = <OutsideLinkPage {...{ partnership, link, letter }} frame={{ ...frame, path: pathOf(partnership) }} />;
  const answer = await showDeskPage(c, page);
  answer.headers.set("cache-control", "no-store"); // the link is shown this once
  return answer;
}

async function withdraw(deps: OutsideDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const partnership = await find(deps, c);
  const [now, { host, language }] = [deps.now(), await deps.frameOf(c)];
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const acted = await actOutside(tx, partnership.id, { act: "withdraw", by: "us", reason: null, now });
    if (!acted.done) return acted;
    await enter(tx, c.get("person"), { deed: "outside-partnership-withdraw", subject: partnership.name, now });
    await sendMail(tx, deps.mail, outsideEndedLetter(partnership, host?.name ?? "Essaim"));
    return acted;
  });
  if (outcome.done) return c.redirect(`${pathOf(partnership)}?done=withdraw`, 303);
  return show(deps, c, await find(deps, c), { history: words[language].wrong["not-possible-now"] });
}

async function setShown(deps: OutsideDeskDeps, c: Context<DeskEnv>, shown: boolean): Promise<Response> {
  const partnership = await find(deps, c);
  const deed = shown ? "outside-partnership-show" : "outside-partnership-hide";
  await deps.db.transaction().execute(async (tx) => {
    if (await showOutside(tx, partnership.id, shown, deps.now()))
      await enter(tx, c.get("person"), { deed, subject: partnership.name, now: deps.now() });
  });
  return c.redirect(`${pathOf(partnership)}?done=${shown ? "show" : "hide"}`, 303);
}

async function erase({ db, now }: OutsideDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  await db.transaction().execute(async (tx) => {
    const erased = await eraseOutside(tx, c.req.param("id") ?? "");
    // Whom it was about is not kept in the journal either.
    if (erased !== null) await enter(tx, c.get("person"), { deed: "outside-partnership-erased", now: now() });
  });
  return c.redirect("/admin/partners?done=erased", 303);
}

const pathOf = ({ id }: OutsidePartnership): string => `/admin/partners/outside/${id}`;

async function show(
  deps: OutsideDeskDeps,
  c: Context<DeskEnv>,
  partnership: OutsidePartnership,
  wrong: Wrong,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: pathOf(partnership) };
  const [mails, done] = [sendsMail(deps.mail), c.req.query("done") ?? null];
  const page = <OutsideDeskPage {...{ frame, partnership, mails, done, wrong }} />;
  return showDeskPage(c, page, Object.keys(wrong).length === 0 ? 200 : 422);
}

async function showForm(
  deps: OutsideDeskDeps,
  c: Context<DeskEnv>,
  typed: TypedOutside,
  wrong: Wrong,
): Promise<Response> {
  const frame = await deps.frameOf(c);
  const page = <AskOutsidePage {...{ frame, typed, wrong, mails: sendsMail(deps.mail) }} />;
  return showDeskPage(c, page, Object.keys(wrong).length === 0 ? 200 : 422);
}
