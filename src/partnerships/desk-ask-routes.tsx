import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { ListedHost } from "../catalogue/catalogue.ts";
import type { Transaction } from "../foundation/database.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { findHost } from "../hosts/queries.ts";
import { isCode } from "../hosts/vocabularies.ts";
import type { DeskDeps, DeskEnv, DeskFrame } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { type AskRefusal, askPartnership, type FindHostRefusal, type OtherHost, type Proposed } from "./changes.ts";
import { AskPage } from "./desk-ask-page.tsx";
import { addressesIn, readProposal, readTyped, type TypedProposal, usualExpiry } from "./desk-form.ts";
import { words } from "./desk-words.ts";
import { listAskable, listGaps, listPlays } from "./gap-queries.ts";
import { mostAskedAtOnce, partnershipKinds } from "./partnership.ts";

export interface AskDeps extends DeskDeps {
  /** The host that somebody typed: its page, its actor or its account. */
  findHost(typed: string): Promise<Outcome<OtherHost, FindHostRefusal>>;
}

/** `/admin/partners/new`: asks one host or several; begun from a host (`?to=`), a gap (`?role=`) or a request (`?about=`). */
export function askDesk(deps: AskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/partners/new", (c) => show(deps, c, begun(deps, c), {}))
    .post("/admin/partners/new", (c) => ask(deps, c));
}

/** What the address of the form has filled in already. */
function begun({ origin, now }: AskDeps, c: Context<DeskEnv>): TypedProposal {
  const query = new URL(c.req.url).searchParams;
  const kind = partnershipKinds.find((known) => known === query.get("kind")) ?? "";
  const roles = query.getAll("role").filter((code) => isCode("partnershipRoles", code));
  const to = query.getAll("to").slice(0, mostAskedAtOnce);
  const asked = (query.get("about") ?? "").slice(0, 2_048);
  const about = asked.startsWith("/") ? origin + asked : asked;
  return {
    ...{ to, address: "", kind: kind === "" && roles.length > 0 ? kindFor(roles) : kind, message: "", about },
    ...{ offered: [], wanted: roles, expires: usualExpiry(now()), shown: true },
  };
}

/** What is mostly agreed on for a part. */
function kindFor(roles: readonly string[]): string {
  if (roles.includes("continuity")) return "continuity";
  return roles.includes("backup-site") ? "mutual-backup" : "joint-offer";
}

async function ask(deps: AskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody({ all: true });
  const typed = readTyped(form);
  const { language } = await deps.frameOf(c);
  const word = words[language].wrong;
  const proposed = readProposal(typed, deps.now());
  const chosen = await listChosen(deps, typed, language);
  const wrong = {
    ...chosen.wrong,
    ...("kind" in proposed ? {} : Object.fromEntries(proposed.map((field) => [field, word[field]]))),
  };
  if (!("kind" in proposed) || Object.keys(wrong).length > 0) return show(deps, c, typed, wrong);
  const sent = { form: String(form["form"] ?? ""), proposed, others: chosen.others };
  const result = await askOnce(deps, c, sent);
  if ("path" in result) return c.redirect(result.path, 303);
  return show(deps, c, typed, { to: word.of(result.name, words[language].refusals[result.reason]) });
}

interface Chosen {
  readonly others: readonly OtherHost[];
  readonly wrong: Wrong;
}

/** Whom the form means: known hosts that were ticked, and addresses that were typed. */
async function listChosen(deps: AskDeps, typed: TypedProposal, language: DeskFrame["language"]): Promise<Chosen> {
  const word = words[language].wrong;
  const addresses = addressesIn(typed);
  if (typed.to.length + addresses.length === 0) return nobody({ to: word.nobody });
  if (typed.to.length + addresses.length > mostAskedAtOnce) return nobody({ to: word.tooMany(mostAskedAtOnce) });
  const known = new Map((await listAskable(deps.db)).map((host) => [host.actor, host]));
  const others = typed.to.flatMap((actor) => otherOf(known.get(actor)) ?? []);
  for (const address of addresses) {
    const found = await deps.findHost(address);
    if (!found.done) return nobody({ address: words[language].notFound[found.reason](address.slice(0, 200)) });
    others.push(found.value);
  }
  const unique = [...new Map(others.map((other) => [other.actor, other])).values()];
  return unique.length === 0 ? nobody({ to: word.nobody }) : { others: unique, wrong: {} };
}

const nobody = (wrong: Wrong): Chosen => ({ others: [], wrong });

const otherOf = (host: ListedHost | undefined): OtherHost | null =>
  host === undefined ? null : { actor: host.actor, name: host.profile.name, page: host.url };

interface Sent {
  readonly form: string;
  readonly proposed: Proposed;
  readonly others: readonly OtherHost[];
}

/** Why one of them is not asked; then none is. */
class NotAsked extends Error {
  override readonly name = "NotAsked";
  readonly other: OtherHost;
  readonly reason: AskRefusal;

  constructor(other: OtherHost, reason: AskRefusal) {
    super(reason);
    this.other = other;
    this.reason = reason;
  }
}

async function askOnce(
  { db, now }: AskDeps,
  c: Context<DeskEnv>,
  { form, proposed, others }: Sent,
): Promise<{ readonly path: string } | { readonly name: string; readonly reason: AskRefusal }> {
  const person = c.get("person");
  const all = async (tx: Transaction) => {
    const batch = others.length > 1 ? randomUUID() : null;
    const ids: string[] = [];
    for (const to of others) {
      const asked = await askPartnership(tx, { ...proposed, to, batch }, { now: now() });
      if (!asked.done) throw new NotAsked(to, asked.reason); // nothing of it is kept
      await enter(tx, person, { deed: "partnership-ask", subject: to.name, now: now() });
      ids.push(asked.value.id);
    }
    return ids.length === 1 ? `/admin/partners/${ids[0]}?done=asked` : "/admin/partners?state=sent&done=asked";
  };
  try {
    const path = await db
      .transaction()
      .execute((tx) => onceSent(tx, { form, account: person.id, now: now() }, () => all(tx)));
    return { path: path ?? "/admin/partners" };
  } catch (error) {
    if (error instanceof NotAsked) return { name: error.other.name, reason: error.reason };
    throw error;
  }
}

async function show(deps: AskDeps, c: Context<DeskEnv>, typed: TypedProposal, wrong: Wrong): Promise<Response> {
  const frame = await deps.frameOf(c);
  const known = await listAskable(deps.db);
  const near = await listNear(deps, typed, known);
  const page = <AskPage {...{ frame, typed, wrong, near, known }} />;
  return showDeskPage(c, page, Object.keys(wrong).length === 0 ? 200 : 422);
}

/** Those that are chosen already, then those that could take the parts that are looked for. */
async function listNear(
  { db, now }: AskDeps,
  { to, wanted }: TypedProposal,
  known: readonly ListedHost[],
): Promise<readonly ListedHost[]> {
  const chosen = known.filter(({ actor }) => to.includes(actor));
  const host = wanted.length === 0 ? null : await findHost(db);
  if (host === null) return chosen;
  const gaps = await listGaps(db, host, await listPlays(db), now());
  const givers = gaps
    .filter(({ role }) => wanted.includes(role))
    .flatMap((gap) => gap.givers.map((giver) => giver.host));
  return [...new Map([...chosen, ...givers].map((one) => [one.actor, one])).values()];
}
