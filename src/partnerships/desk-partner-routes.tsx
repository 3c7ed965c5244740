import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { done, type Outcome } from "../foundation/outcome.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import {
  type AskRefusal,
  acceptPartnership,
  counterPartnership,
  type DeedRefusal,
  declinePartnership,
  endPartnership,
  showPartnership,
  withdrawPartnership,
} from "./changes.ts";
import { type ActsProps, type PartnerAct, partnerActs } from "./desk-act-parts.tsx";
import { readProposal, readTyped, type TypedProposal, usualExpiry } from "./desk-form.ts";
import { PartnerPage } from "./desk-partner-page.tsx";
import { words } from "./desk-words.ts";
import { longestReason, type Partnership } from "./partnership.ts";
import { findPartnership, listPartnerships } from "./queries.ts";

const one = "/admin/partners/:id{[0-9a-f-]{36}}";

/** `/admin/partners/ID`: one request or partnership, and what can be done with it. */
export function partnerDesk(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(one, async (c) => show(deps, c, await findOne(deps, c), nothingTried))
    .post(`${one}/:act`, (c) => act(deps, c));
}

async function findOne({ db }: DeskDeps, c: Context<DeskEnv>): Promise<Partnership> {
  const partnership = await findPartnership(db, c.req.param("id") ?? "");
  if (partnership === null) throw new NotFound();
  return partnership;
}

interface Tried {
  readonly act: PartnerAct | null;
  readonly typed: Partial<ActsProps["typed"]>;
  readonly wrong: Wrong;
}

const nothingTried: Tried = { act: null, typed: {}, wrong: {} };

async function act(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const partnership = await findOne(deps, c);
  const act = partnerActs.find((known) => known === c.req.param("act"));
  if (act === undefined) throw new NotFound();
  const form = await c.req.parseBody({ all: true });
  const [proposal, reason] = [
    readTyped(form),
    String(form["reason"] ?? "")
      .slice(0, 20_000)
      .trim(),
  ];
  const typed = { proposal, reason, shown: proposal.shown };
  const { language } = await deps.frameOf(c);
  const wrong = wrongOf(act, typed, deps.now(), words[language].wrong);
  if (Object.keys(wrong).length > 0) return show(deps, c, partnership, { act, typed, wrong });
  const result = await doOnce(deps, c, partnership, { act, typed, form: String(form["form"] ?? "") });
  if ("path" in result) return c.redirect(result.path, 303);
  const told = { [act === "counter" ? "expires" : "history"]: words[language].refusals[result.reason] };
  return show(deps, c, await findOne(deps, c), { act, typed, wrong: told });
}

type Sentences = (typeof words)["fr"]["wrong"];

function wrongOf(act: PartnerAct, { proposal, reason }: ActsProps["typed"], now: Date, word: Sentences): Wrong {
  if (act === "decline" && reason === "") return { reason: word.reasonMissing };
  if (act === "decline" && reason.length > longestReason) return { reason: word.reason };
  const read = act === "counter" ? readProposal({ ...proposal, about: "" }, now) : [];
  return "kind" in read ? {} : Object.fromEntries(read.map((field) => [field, word[field]]));
}

interface Sent {
  readonly act: PartnerAct;
  readonly typed: ActsProps["typed"];
  readonly form: string;
}

type Refusal = DeedRefusal | AskRefusal;

async function doOnce(
  { db, now }: DeskDeps,
  c: Context<DeskEnv>,
  partnership: Partnership,
  { act, typed, form }: Sent,
): Promise<{ readonly path: string } | { readonly reason: Refusal }> {
  const person = c.get("person");
  let reason: Refusal = "partnership-over";
  const path = await db.transaction().execute((tx) =>
    onceSent(tx, { form, account: person.id, now: now() }, async () => {
      const outcome = await doAct(tx, partnership, act, typed, now());
      if (!outcome.done) {
        reason = outcome.reason;
        return null;
      }
      await enter(tx, person, { deed: `partnership-${act}`, subject: partnership.otherName, now: now() });
      return `/admin/partners/${outcome.value.id}?done=${act}`;
    }),
  );
  return path === null ? { reason } : { path };
}

async function doAct(
  tx: Transaction,
  { id }: Partnership,
  act: PartnerAct,
  { proposal, reason, shown }: ActsProps["typed"],
  now: Date,
): Promise<Outcome<Pick<Partnership, "id">, Refusal>> {
  switch (act) {
    case "accept":
      return acceptPartnership(tx, id, { shown, now });
    case "decline":
      return declinePartnership(tx, id, reason, { now });
    case "withdraw":
      return withdrawPartnership(tx, id, { now });
    case "end":
      return endPartnership(tx, id, { now });
    case "show":
    case "hide":
      return showPartnership(tx, id, act === "show", { now });
    case "counter": {
      const read = readProposal({ ...proposal, about: "" }, now);
      return "kind" in read ? counterPartnership(tx, id, read, { now }) : done({ id });
    }
  }
}

async function show(deps: DeskDeps, c: Context<DeskEnv>, partnership: Partnership, tried: Tried): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: `/admin/partners/${partnership.id}` };
  const { batch, other, id } = partnership;
  const besides = batch === null ? [] : (await listPartnerships(deps.db, { batch })).filter((same) => same.id !== id);
  const typed = { proposal: answerTo(partnership, deps.now()), reason: "", shown: false, ...tried.typed };
  const props = {
    ...{ frame, partnership, besides, typed, wrong: tried.wrong, tried: tried.act },
    thread: threadOf(partnership, await listPartnerships(deps.db, { other })),
    done: c.req.query("done") ?? null,
  };
  return showDeskPage(c, <PartnerPage {...props} />, Object.keys(tried.wrong).length === 0 ? 200 : 422);
}

/** What another proposal begins with: the same, seen from our side. */
function answerTo({ kind, rolesOffered, rolesWanted, shown }: Partnership, now: Date): TypedProposal {
  const empty = { to: [], address: "", message: "", about: "" };
  return { ...empty, kind, offered: rolesWanted, wanted: rolesOffered, expires: usualExpiry(now), shown };
}

/** The proposals that answer each other, from the first one on. */
function threadOf(partnership: Partnership, all: readonly Partnership[]): readonly Partnership[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const thread = [partnership];
  for (let [first] = thread; first?.counters; first = byId.get(first.counters)) {
    const before = byId.get(first.counters);
    if (before === undefined || thread.includes(before)) break;
    thread.unshift(before);
  }
  for (let last: Partnership | undefined = partnership; last; ) {
    const next: Partnership | undefined = all.find(({ counters }) => counters === last?.id);
    if (next === undefined || thread.includes(next)) break;
    thread.push(next);
    last = next;
  }
  return thread;
}
