import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import { isId } from "../acting/known.ts";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { findPartyById } from "../funding/parties.ts";
import type { JointDeskDeps } from "../joint/desk-doing-parts.tsx";
import { findInvitationAbout, listPapers } from "../joint/queries.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { readSent } from "../web/sent.ts";
import { onceSent } from "../web/sent-forms.ts";
import { readAnswer, readProposed, readResult } from "./answer-form.ts";
import { answerFaultWords, answerRefusalWords, type TriedAnswer } from "./answer-parts.tsx";
import { agreeToResult, answerAsking, giveResult, proposeHost } from "./answering.ts";
import { DeskAskingPage } from "./desk-asking-page.tsx";
import { AskingsPage, type HeldAsking } from "./desk-list-page.tsx";
import { needReceived } from "./desk-needs-parts.tsx";
import { quoteDesk } from "./desk-quote-routes.tsx";
import { words } from "./desk-words.ts";
import { listAskedHosts, listHeldAskings } from "./queries.ts";
import { type PaperPlaces, proposeJointOffer } from "./quoting.ts";
import { listReceived, type ReceivedAsking } from "./received.ts";
import { letAskingThrough, sendAskingBack } from "./sending.ts";
import { longest } from "./together.ts";

const one = "/admin/askings/:id{[0-9a-f-]{36}}";
const held = "/admin/askings/held/:id{[0-9a-f-]{36}}";

export interface AskingsDeskDeps extends JointDeskDeps {
  /** Where what several have signed stands. */
  placesIn(reader: Reader): PaperPlaces;
}

const pageSize = 50;
const Page = z.coerce.number().int().min(1).max(10_000).catch(1);

/** `/admin/askings…`: what associations ask of our host with others, and what waits to be read before it leaves. */
export function askingsDesk(deps: AskingsDeskDeps): Hono<DeskEnv> {
  const desk = new Hono<DeskEnv>()
    .get("/admin/askings", (c) => list(deps, c, {}))
    .get(one, async (c) => show(deps, c, await needReceived(deps, c), null))
    .post(`${held}/through`, needsRole("administrator"), (c) => letThrough(deps, c))
    .post(`${held}/back`, needsRole("administrator"), (c) => sendBack(deps, c));
  for (const form of forms) desk.post(`${one}/${form}`, needsRole("editor"), (c) => act(deps, c, form));
  return desk.route("/", quoteDesk(deps));
}

async function list(
  deps: AskingsDeskDeps,
  c: Context<DeskEnv>,
  wrong: Wrong,
  status: 200 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: "/admin/askings" };
  const page = Page.parse(c.req.query("page"));
  const found = await listReceived(deps.db, { limit: pageSize + 1, offset: (page - 1) * pageSize });
  const props = { frame, held: await listHeld(deps), page, wrong, done: c.req.query("done") ?? null };
  return showDeskPage(
    c,
    <AskingsPage {...props} received={found.slice(0, pageSize)} more={found.length > pageSize} />,
    status,
  );
}

async function listHeld({ db }: AskingsDeskDeps): Promise<readonly HeldAsking[]> {
  const askings = await listHeldAskings(db);
  const hosts = await listAskedHosts(
    db,
    askings.map(({ id }) => id),
  );
  return Promise.all(
    askings.map(async (asking) => ({
      asking,
      hosts: hosts.get(asking.id) ?? [],
      by: asking.party === null ? null : await findPartyById(db, asking.party),
    })),
  );
}

async function letThrough({ db, now }: AskingsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  await db.transaction().execute(async (tx) => {
    const sent = await letAskingThrough(tx, c.req.param("id") ?? "", now());
    if (sent.done) await enter(tx, c.get("person"), { deed: "asking-let-through", now: now() });
  });
  return c.redirect("/admin/askings?done=through", 303);
}

async function sendBack(deps: AskingsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const sent = await readSent(c);
  const reason = (sent[`reason-${id}`]?.[0] ?? "").trim().slice(0, longest.words);
  const { language } = await deps.frameOf(c);
  if (reason === "") return list(deps, c, { [`reason-${id}`]: words[language].held.reasonMissing }, 422);
  const now = deps.now();
  await deps.db.transaction().execute(async (tx) => {
    const back = await sendAskingBack(tx, id, { reason, now });
    if (back.done) await enter(tx, c.get("person"), { deed: "asking-sent-back", now });
  });
  return c.redirect("/admin/askings?done=back", 303);
}

const forms = ["answer", "result", "offer", "proposal", "agreement"] as const;
type Form = (typeof forms)[number];
type Saying = (tx: Transaction, id: string, now: Date) => ReturnType<typeof answerAsking>;

/** What one of the forms says; or what is wrong with it. */
function sayingIn(
  deps: AskingsDeskDeps,
  form: Form,
  sent: Sent,
): Outcome<Saying, Parameters<typeof answerFaultWords>[0]> {
  if (form === "offer") {
    const offer = sent["offer"]?.[0] ?? "";
    return done((tx, id, now) => proposeJointOffer(tx, id, isId(offer) ? offer : "", deps.placesIn(tx), now));
  }
  if (form === "agreement") {
    const version = Number((sent["version"]?.[0] ?? "").slice(0, 6));
    return done((tx, id, now) => agreeToResult(tx, id, version, now));
  }
  if (form === "answer") return madeOf(readAnswer(sent), (said) => (tx, id, now) => answerAsking(tx, id, said, now));
  if (form === "result") return madeOf(readResult(sent), (said) => (tx, id, now) => giveResult(tx, id, said, now));
  return madeOf(readProposed(sent), (said) => (tx, id, now) => proposeHost(tx, id, said, now));
}

function madeOf<Read, Faults>(read: Outcome<Read, Faults>, make: (value: Read) => Saying): Outcome<Saying, Faults> {
  return read.done ? done(make(read.value)) : refused(read.reason);
}

async function act(deps: AskingsDeskDeps, c: Context<DeskEnv>, form: Form): Promise<Response> {
  const asking = await needReceived(deps, c);
  const sent = await readSent(c);
  const { language } = await deps.frameOf(c);
  const read = sayingIn(deps, form, sent);
  if (!read.done) return show(deps, c, asking, { form, sent, wrong: answerFaultWords(read.reason, language) }, 422);
  const [person, now] = [c.get("person"), deps.now()];
  const path = `/admin/askings/${asking.id}?done=${form}`;
  let wrong: Wrong = {};
  const went = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form: sent["form"]?.[0] ?? "", account: person.id, now }, async () => {
      const said = await read.value(tx, asking.id, now);
      if (!said.done) {
        wrong = answerRefusalWords(said.reason, language);
        return null;
      }
      await enter(tx, person, { deed: `asking-${form}`, now });
      return path;
    }),
  );
  if (went !== null) return c.redirect(went, 303);
  return show(deps, c, await needReceived(deps, c), { form, sent, wrong }, 422);
}

async function show(
  deps: AskingsDeskDeps,
  c: Context<DeskEnv>,
  asking: ReceivedAsking,
  tried: TriedAnswer | null,
  status: 200 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: `/admin/askings/${asking.id}` };
  const papers = await listPapers(deps.db, { kinds: ["offer"], states: ["published"] });
  const offers = papers.map(({ id, title }) => ({ id, title }));
  const invitation = asking.common === null ? null : await findInvitationAbout(deps.db, asking.common);
  const props = { frame, asking, tried, offers, invitation, done: c.req.query("done") ?? null };
  return showDeskPage(c, <DeskAskingPage {...props} />, status);
}
