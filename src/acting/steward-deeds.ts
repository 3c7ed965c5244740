import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Deed as By, cancelFunding, extendFunding } from "../funding/changes.ts";
import { deliverFunding } from "../funding/delivering.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { writeNews } from "../funding/news.ts";
import { showPayment } from "../funding/payment.ts";
import { chooseProposal } from "../funding/proposals.ts";
import { commitFunding } from "../pledges/committing.ts";
import type { Deed } from "./done.ts";
import { isId } from "./known.ts";
import { type Typed, textOf } from "./reading.ts";
import type { ActRefusal, StewardAct } from "./steps.ts";
import { readPayment, readReport, readText, readUntil, type StewardFault } from "./steward-form.ts";

type Do = (tx: Transaction, request: FundingRequest, by: By) => Promise<Outcome<Deed, ActRefusal>>;
type Faults = Readonly<Record<string, StewardFault>>;

/** What an act does with what was typed; or what is wrong with that, by field. */
export function stewardDeed(act: StewardAct, typed: Typed, now: Date): Outcome<Do, Faults> {
  switch (act) {
    case "extension":
      return does("funding-extended", act, (tx, { code }, by) => extendFunding(tx, code, by));
    case "commitment":
      return committing(typed, now);
    case "start":
      return does("funding-started", act, start);
    case "delivery":
      return delivering(typed);
    case "news":
    case "closing":
      return saying(act, typed);
    case "payment":
      return paying(typed);
    case "choice":
      return does("funding-chosen", act, (tx, { code }, by) => chooseProposal(tx, code, proposalIn(typed), by));
    case "cancellation":
      return does("funding-cancelled", act, (tx, { code }, by) => cancelFunding(tx, code, by));
  }
}

type How = (tx: Transaction, request: FundingRequest, by: By) => Promise<Outcome<unknown, ActRefusal>>;

/** An act whose page says that it was done. */
function does(deed: string, act: StewardAct, how: How): Outcome<Do, never> {
  return done(async (tx, request, by) => {
    const made = await how(tx, request, by);
    return made.done ? done(deedOf(request, deed, act)) : made;
  });
}

const deedOf = ({ code, content }: FundingRequest, deed: string, said: string): Deed => ({
  ...{ deed, subject: content.title, path: `/funding/${code}/steward?done=${said}` },
});

function committing(typed: Typed, now: Date): Outcome<Do, Faults> {
  const until = readUntil(typed, now);
  if (!until.done) return until;
  return done(async (tx, request, by) => {
    const signed = await commitFunding(tx, request.code, { ...by, until: until.value });
    if (!signed.done) return signed;
    const { state, asked } = signed.value;
    const said = state === "committed" ? "committed" : asked === null ? "again" : "asked";
    return done(deedOf(request, "funding-committed", said));
  });
}

/** Says that it is under way: of what is under way already, nothing more. */
const start: How = async (tx, { code, state }, by) =>
  state === "delivering" ? refused("wrong-state") : deliverFunding(tx, code, null, by);

function delivering(typed: Typed): Outcome<Do, Faults> {
  const report = readReport(typed);
  if (!report.done) return report;
  return does("funding-delivered", "delivery", (tx, { code }, by) => deliverFunding(tx, code, report.value, by));
}

function saying(kind: "news" | "closing", typed: Typed): Outcome<Do, Faults> {
  const text = readText(typed, kind);
  if (!text.done) return text;
  const said = { kind, text: text.value, deliverable: null };
  return does(`funding-${kind}`, kind, (tx, { code }, by) => writeNews(tx, code, said, by));
}

function paying(typed: Typed): Outcome<Do, Faults> {
  const address = readPayment(typed);
  if (!address.done) return address;
  return does("funding-payment", "payment", (tx, { code }, by) => showPayment(tx, code, address.value, by));
}

function proposalIn(typed: Typed): string {
  const id = textOf(typed, "proposal");
  if (!isId(id)) throw new NotFound();
  return id;
}
