import { type Context, Hono } from "hono";
import type { AccountRefusal } from "../accounts/account.ts";
import { createAdministrator, refusalsOfCredentials } from "../accounts/changes.ts";
import { words as accountWords } from "../accounts/words.ts";
import type { Transaction } from "../foundation/database.ts";
import type { Outcome } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import { ErrorPage } from "../web/error-page.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showPage } from "../web/respond.ts";
import { refusalsToSetUp, type SetUpRefusal, setUp } from "./changes.ts";
import { beginFirstRun } from "./first-run-changes.ts";
import { suggestHandle } from "./handles.ts";
import { type PageDeps, readFrame } from "./parts.tsx";
import { SetupPage } from "./setup-page.tsx";
import { words } from "./setup-words.ts";

export interface SetupDeps extends PageDeps {
  readonly secret: Secret;
  /** Signs somebody in on this browser. */
  letIn(c: Context, email: string): Promise<void>;
}

/** `/admin/setup`: opened once by the link that is printed at the first start. */
export function setupRoutes(deps: SetupDeps): Hono {
  return new Hono()
    .get("/admin/setup", async (c) => {
      const token = c.req.query("token") ?? "";
      if (!(await holdsLink(deps, token))) return expired(deps, c);
      const { frame } = await readFrame(deps, c.req.raw);
      return showPage(c, deps.origin, <SetupPage frame={frame} token={token} typed={{}} wrong={{}} />);
    })
    .post("/admin/setup", (c) => submit(deps, c));
}

async function submit(deps: SetupDeps, c: Context): Promise<Response> {
  const form = await c.req.parseBody();
  const text = (field: string) => String(form[field] ?? "").slice(0, 1_100);
  const [name, handle] = [text("name"), text("handle").trim().replace(/^@/, "")];
  const typed = { kind: text("kind"), name, handle, email: text("email"), password: text("password") };
  const token = text("token");
  if (!(await holdsLink(deps, token))) return expired(deps, c);
  const reasons = await takeOver(deps, token, typed);
  if (reasons === "link-spent") return expired(deps, c);
  if (reasons.length === 0) {
    await deps.letIn(c, typed.email);
    return c.redirect("/admin/first-run", 303);
  }
  return showAgain(deps, c, token, typed, reasons);
}

async function showAgain(deps: SetupDeps, c: Context, token: string, typed: Typed, reasons: readonly Refusal[]) {
  const { frame } = await readFrame(deps, c.req.raw);
  const path = `/admin/setup?token=${encodeURIComponent(token)}`;
  const wrong = sayWhy(frame.language, reasons);
  // Who left the account name empty gets one to look at, since it never changes.
  const suggest = typed.handle === "" && typed.name.trim() !== "";
  const handle = suggest ? await suggestHandle(deps.db, typed.name) : typed.handle;
  const said = suggest ? { ...wrong, handle: words[frame.language].handleSuggested } : wrong;
  const page = <SetupPage frame={{ ...frame, path }} token={token} typed={{ ...typed, handle }} wrong={said} />;
  return showPage(c, deps.origin, page, 422);
}

type Refusal = SetUpRefusal | AccountRefusal;
type Typed = Readonly<Record<"kind" | "name" | "handle" | "email" | "password", string>>;

// The host and its administrator come together or not at all: the second's refusal takes the first back.
class Refused extends Error {
  readonly reason: Refusal | "link-spent";
  constructor(reason: Refusal | "link-spent") {
    super(reason);
    this.reason = reason;
  }
}

/** All that is wrong at once, or else what only the database can tell; nothing is wrong when it is done. */
async function takeOver(deps: SetupDeps, token: string, typed: Typed): Promise<readonly Refusal[] | "link-spent"> {
  const wrong = [...refusalsToSetUp(typed), ...refusalsOfCredentials(typed)];
  if (wrong.length > 0) return wrong;
  try {
    await deps.db.transaction().execute((tx) => makeTheirs(deps, tx, token, typed));
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.reason === "link-spent" ? "link-spent" : [error.reason];
  }
}

async function makeTheirs(deps: SetupDeps, tx: Transaction, token: string, typed: Typed): Promise<void> {
  const now = deps.now();
  // The link is spent first: of two people who hold it, the second waits here and finds it gone.
  const hash = deps.secret.digest("setup-link", token);
  const spent = await tx.deleteFrom("setupLinks").where("hash", "=", hash).returning("hash").executeTakeFirst();
  if (!spent) throw new Refused("link-spent");
  const { name, handle, kind } = typed;
  orRefuse(await setUp(tx, { name, handle, hub: kind === "hub", language: deps.language, now }));
  await beginFirstRun(tx);
  orRefuse(await createAdministrator(tx, { email: typed.email, password: typed.password, now }));
}

function orRefuse(outcome: Outcome<unknown, Refusal>): void {
  if (!outcome.done) throw new Refused(outcome.reason);
}

async function holdsLink(deps: SetupDeps, token: string): Promise<boolean> {
  const hash = deps.secret.digest("setup-link", token);
  const found = await deps.db.selectFrom("setupLinks").select("expires").where("hash", "=", hash).executeTakeFirst();
  return found !== undefined && found.expires > deps.now();
}

/** A link that opens nothing: spent, because the site is set up; or too old. */
async function expired(deps: SetupDeps, c: Context): Promise<Response> {
  const { frame, host } = await readFrame(deps, c.req.raw);
  const word = words[frame.language];
  const props =
    host === null
      ? { title: word.expired, text: word.expiredText }
      : { title: word.over, text: word.overText, ways: [{ href: "/admin", label: word.enter }] };
  return showPage(c, deps.origin, <ErrorPage frame={{ ...frame, path: "/" }} status={410} {...props} />, 410);
}

const fieldOf: Readonly<Record<Refusal, keyof Typed>> = {
  "already-set-up": "name",
  "name-missing": "name",
  "territory-malformed": "name",
  "handle-taken": "handle",
  "handle-malformed": "handle",
  "email-malformed": "email",
  "email-taken": "email",
  "password-too-short": "password",
  "password-too-long": "password",
  "password-known": "password",
};

function sayWhy(language: keyof typeof words, reasons: readonly Refusal[]): Wrong {
  const sentences: Record<Refusal, string> = { ...words[language].refusals, ...accountWords[language].refusals };
  return Object.fromEntries(reasons.map((reason) => [fieldOf[reason], sentences[reason]]));
}
