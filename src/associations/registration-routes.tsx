import { type Context, Hono } from "hono";
import type { AccountRefusal } from "../accounts/account.ts";
import { askForSignIn } from "../accounts/sign-in-links.ts";
import { words as accountWords } from "../accounts/words.ts";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import type { Language } from "../foundation/language.ts";
import { readSeal, sealForm, sealName } from "../web/form-seal.tsx";
import { openLimit, quotas } from "../web/limits.ts";
import { register } from "./changes.ts";
import { type FieldRefusal, longest, type Registered, type RegisteredField, readRegistered } from "./form.ts";
import {
  type AssociationDeps,
  currentMember,
  frameOf,
  letIn,
  type MemberEnv,
  mailsOf,
  showOwn,
  thenOf,
} from "./member-parts.tsx";
import { findRegistration } from "./queries.ts";
import { NoRegistrationPage, RegistrationPage, type RegistrationPageProps } from "./registration-page.tsx";
import { words } from "./words.ts";

const subject = "association";

/** `/association/new`: how an association gets an account here. */
export function registrationRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  const limit = openLimit(quotas.associations);
  return new Hono<MemberEnv>()
    .get("/association/new", async (c) => {
      const back = thenOf(deps.origin, c.req.query("then"));
      return (await currentMember(deps, c)) === null ? show(deps, c, { back }) : c.redirect(back, 303);
    })
    .post("/association/new", async (c) => {
      const { exceeded, reset } = await limit.count(neighbourhoodOf(c.env?.client ?? "unknown"));
      const form = await c.req.parseBody();
      if (!exceeded) return submit(deps, c, form);
      c.header("retry-after", String(reset));
      return show(deps, c, { ...sentIn(deps, form), notSent: "too-many" }, 429);
    });
}

type Form = Readonly<Record<string, unknown>>;
type Sent = Pick<RegistrationPageProps, "typed" | "seal" | "back">;

function sentIn({ origin }: AssociationDeps, form: Form): Sent {
  const text = (field: RegisteredField) => String(form[field] ?? "").slice(0, longest.read);
  const typed = {
    ...{ name: text("name"), email: text("email"), presentation: text("presentation"), password: text("password") },
  };
  return { typed, seal: String(form[sealName] ?? ""), back: thenOf(origin, form["then"]) };
}

async function submit(deps: AssociationDeps, c: Context, form: Form): Promise<Response> {
  const sent = sentIn(deps, form);
  const seal = readSeal(deps.secret, subject, form, deps.now());
  if (!seal.done) {
    const { seal: _, ...fresh } = sent;
    return show(deps, c, { ...(seal.reason === "stale" ? fresh : sent), notSent: seal.reason }, 422);
  }
  const { language } = await frameOf(deps, c);
  const read = readRegistered(sent.typed);
  if (!read.done) return show(deps, c, { ...sent, wrong: sentencesOf(read.reason, language) }, 422);
  return mailsOf(deps)
    ? registerByMail(deps, c, read.value, { language, sent })
    : registerByPassword(deps, c, read.value, { language, sent });
}

interface Asking {
  readonly language: Language;
  readonly sent: Sent;
}

/** Of an address that has an account already the answer is the same: only its owner is told, by the letter. */
async function registerByMail(
  deps: AssociationDeps,
  c: Context,
  registered: Registered,
  { language, sent: { back } }: Asking,
): Promise<Response> {
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const asked = { password: null, language, confirmed: false, now: deps.now() };
    const made = await register(tx, registered, asked);
    if (made.done || made.reason === "email-taken")
      await askForSignIn(tx, deps.secret, { email: registered.email, language, back });
    return made;
  });
  if (!outcome.done && outcome.reason === "registration-closed") return show(deps, c, {});
  return c.redirect("/association/sign-in?sent", 303);
}

async function registerByPassword(
  deps: AssociationDeps,
  c: Context,
  registered: Registered,
  { language, sent }: Asking,
): Promise<Response> {
  const { password } = sent.typed;
  const outcome = await deps.db
    .transaction()
    .execute((tx) => register(tx, registered, { password, language, confirmed: true, now: deps.now() }));
  if (outcome.done) {
    await letIn(deps, c, outcome.value.id);
    return c.redirect(sent.back, 303);
  }
  if (outcome.reason === "registration-closed") return show(deps, c, {});
  const field = outcome.reason.startsWith("password") ? "password" : "email";
  return show(deps, c, { ...sent, wrong: { [field]: sentenceOf(outcome.reason, language) } }, 422);
}

const sentenceOf = (reason: AccountRefusal, language: Language): string => accountWords[language].refusals[reason];

/** The sentences for what is wrong with fields. */
export function sentencesOf<Field extends string>(
  wrong: Readonly<Partial<Record<Field, FieldRefusal>>>,
  language: Language,
): Readonly<Partial<Record<Field, string>>> {
  const { refusals } = words[language];
  const entries = Object.entries<FieldRefusal | undefined>(wrong);
  return Object.fromEntries(entries.flatMap(([name, reason]) => (reason ? [[name, refusals[reason]]] : []))) as Partial<
    Record<Field, string>
  >;
}

const nothing = { name: "", email: "", presentation: "", password: "" };

async function show(
  deps: AssociationDeps,
  c: Context,
  sent: Partial<RegistrationPageProps>,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const registration = await findRegistration(deps.db);
  const back = sent.back ?? thenOf(deps.origin, null);
  const frame = await frameOf(deps, c, `/association/new?then=${encodeURIComponent(back)}`);
  if (registration === "closed") return showOwn(deps, c, <NoRegistrationPage frame={frame} />);
  const props: RegistrationPageProps = {
    ...{ frame, registration, mails: mailsOf(deps), typed: nothing, wrong: {}, notSent: null, back },
    seal: sealForm(deps.secret, subject, deps.now()),
    ...sent,
  };
  return showOwn(deps, c, <RegistrationPage {...props} />, status);
}
