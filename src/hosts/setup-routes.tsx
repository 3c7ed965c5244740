import { type Context, Hono } from "hono";
import type { AccountRefusal } from "../accounts/account.ts";
import { createAdministrator } from "../accounts/changes.ts";
import { words as accountWords } from "../accounts/words.ts";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import { ErrorPage } from "../web/error-page.tsx";
import { showPage } from "../web/respond.ts";
import { type SetUpRefusal, setUp } from "./changes.ts";
import { type PageDeps, readFrame } from "./parts.tsx";
import { type SetupField, SetupPage } from "./setup-page.tsx";
import { words } from "./setup-words.ts";

export interface SetupDeps extends PageDeps {
  readonly secret: Secret;
}

/** `/admin/setup`: opened once by the link that is printed at the first start. */
export function setupRoutes(deps: SetupDeps): Hono {
  return new Hono()
    .get("/admin/setup", async (c) => {
      const token = c.req.query("token") ?? "";
      if (!(await holdsLink(deps, deps.db, token))) return expired(deps, c);
      const { frame } = await readFrame(deps, c.req.raw);
      return showPage(c, deps.origin, <SetupPage frame={frame} token={token} typed={{}} refusals={{}} />);
    })
    .post("/admin/setup", (c) => makeTheirs(deps, c));
}

async function makeTheirs(deps: SetupDeps, c: Context): Promise<Response> {
  const form = await c.req.parseBody();
  const text = (field: string) => String(form[field] ?? "").slice(0, 1_100);
  const typed = {
    name: text("name"),
    handle: text("handle").replace(/^@/, ""),
    email: text("email"),
    password: text("password"),
  };
  const token = text("token");
  if (!(await holdsLink(deps, deps.db, token))) return expired(deps, c);
  const outcome = await deps.db
    .transaction()
    .execute((tx) => takeOver(deps, tx, token, typed))
    .catch((error: unknown) => {
      if (error instanceof Refused) return refused(error.reason);
      throw error;
    });
  if (outcome.done) return c.redirect("/", 303);
  const { frame } = await readFrame(deps, c.req.raw);
  const page = (
    <SetupPage
      frame={{ ...frame, path: "/" }}
      token={token}
      typed={typed}
      refusals={sayWhy(frame.language, outcome.reason)}
    />
  );
  return showPage(c, deps.origin, page, 422);
}

type Refusal = SetUpRefusal | AccountRefusal;
type Typed = Readonly<Record<SetupField, string>>;

// The host and its administrator come together or not at all: the second's refusal takes the first back.
class Refused extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

async function takeOver(
  deps: SetupDeps,
  tx: Transaction,
  token: string,
  typed: Typed,
): Promise<Outcome<null, Refusal>> {
  const now = deps.now();
  const host = await setUp(tx, { name: typed.name, handle: typed.handle, language: deps.language, now });
  if (!host.done) return host;
  const account = await createAdministrator(tx, { email: typed.email, password: typed.password, now });
  if (!account.done) throw new Refused(account.reason);
  await tx.deleteFrom("setupLinks").where("hash", "=", deps.secret.digest("setup-link", token)).execute();
  return done(null);
}

async function holdsLink(deps: SetupDeps, reader: PageDeps["db"], token: string): Promise<boolean> {
  const hash = deps.secret.digest("setup-link", token);
  const found = await reader.selectFrom("setupLinks").select("expires").where("hash", "=", hash).executeTakeFirst();
  return found !== undefined && found.expires > deps.now();
}

async function expired(deps: SetupDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const word = words[frame.language];
  return showPage(
    c,
    deps.origin,
    <ErrorPage frame={{ ...frame, path: "/" }} status={410} title={word.expired} text={word.expiredText} />,
    410,
  );
}

const fieldOf: Readonly<Record<Refusal, SetupField>> = {
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

function sayWhy(language: keyof typeof words, reason: Refusal): Partial<Record<SetupField, string>> {
  const sentences: Record<Refusal, string> = { ...words[language].refusals, ...accountWords[language].refusals };
  return { [fieldOf[reason]]: sentences[reason] };
}
