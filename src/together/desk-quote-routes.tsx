import { Hono } from "hono";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { doAtDesk, type JointContext, type JointDeskDeps } from "../joint/desk-doing-parts.tsx";
import { words as jointWords } from "../joint/desk-words.ts";
import { readTypedAmount } from "../money/typed.ts";
import type { Money } from "../offers/joint-terms.ts";
import { decimalOf, highestAmount } from "../offers/price.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { readSent } from "../web/sent.ts";
import { needReceived } from "./desk-needs-parts.tsx";
import { QuotePage } from "./desk-quote-page.tsx";
import { words } from "./paper-words.ts";
import { beginQuote, mayPropose, type QuoteBeginning, signersIn } from "./quoting.ts";
import type { ReceivedAsking } from "./received.ts";
import { longest } from "./together.ts";

const path = "/admin/askings/:id{[0-9a-f-]{36}}/quote";

/** `/admin/askings/ID/quote`: the one in the lead begins the quote that several hosts will sign. */
export function quoteDesk(deps: JointDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(path, needsRole("editor"), async (c) => {
      const asking = await needReceived(deps, c);
      if (!mayPropose(asking)) return c.redirect(`/admin/askings/${asking.id}`, 303);
      const { language } = await deps.frameOf(c);
      return show(deps, c, asking, filledIn(asking, language), {});
    })
    .post(path, needsRole("editor"), (c) => begin(deps, c));
}

/** What is known already: who was chosen, for whom, and the budget. */
function filledIn(asking: ReceivedAsking, language: Language): Sent {
  const { name, budget, currency, period } = asking;
  const price = budget === null || currency !== "EUR" ? "" : decimalOf(budget, currency).replace(/\.00$/, "");
  return {
    ...{ partner: signersIn(asking).map(({ actor }) => actor), title: [words[language].desk.nameOf(name)] },
    ...{ price: [price], period: [budget === null ? "once" : period] },
  };
}

async function show(
  deps: JointDeskDeps,
  c: JointContext,
  asking: ReceivedAsking,
  sent: Sent,
  wrong: Wrong,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: `/admin/askings/${asking.id}/quote` };
  const page = <QuotePage {...{ frame, asking, sent, wrong }} />;
  return showDeskPage(c, page, Object.keys(wrong).length > 0 ? 422 : 200);
}

async function begin(deps: JointDeskDeps, c: JointContext): Promise<Response> {
  const [asking, sent] = [await needReceived(deps, c), await readSent(c)];
  const { language } = await deps.frameOf(c);
  const read = readQuote(sent, language);
  if (!read.done) return show(deps, c, asking, sent, read.reason);
  const did = await doAtDesk(deps, c, {
    ...{ form: sent["form"]?.[0] ?? "", deed: "joint-drafted" },
    async work(tx, deed) {
      const begun = await beginQuote(tx, asking.id, read.value, deed);
      if (!begun.done) return begun;
      const { id, title: subject } = begun.value;
      return done({ subject, path: `/admin/joint/${id}/terms?done=drafted` });
    },
  });
  if ("path" in did) return c.redirect(did.path, 303);
  return show(deps, c, asking, sent, { partner: jointWords[language].refusals[did.refused] });
}

/** What the form says, or what is wrong with each field. */
function readQuote(sent: Sent, language: Language): Outcome<QuoteBeginning, Wrong> {
  const word = words[language].desk;
  const one = (name: string) => (sent[name]?.[0] ?? "").trim();
  const [title, text, partners] = [
    one("title").slice(0, 200),
    one("text").slice(0, longest.quote),
    sent["partner"] ?? [],
  ];
  const total = readTotal(sent);
  const wrong: Wrong = {
    ...(partners.length === 0 && { partner: word.nobody }),
    ...(title === "" && { title: word.nameMissing }),
    ...(text === "" && { text: word.textMissing }),
    ...(!total.done && { price: word.priceWrong }),
  };
  if (!total.done || Object.keys(wrong).length > 0) return refused(wrong);
  return done({ title, text, language, partners, total: total.value });
}

function readTotal(sent: Sent): Outcome<Money | null, "malformed"> {
  const typed = (sent["price"]?.[0] ?? "").trim();
  if (typed === "") return done(null);
  const amount = readTypedAmount(typed, { currency: "EUR", highest: highestAmount });
  const period = (["month", "year"] as const).find((known) => known === sent["period"]?.[0]) ?? "once";
  return amount.done ? done({ amount: amount.value, currency: "EUR", period }) : refused("malformed");
}
