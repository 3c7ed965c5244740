import { isWebAddress } from "../acting/reading.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { readTypedAmount } from "../money/typed.ts";
import { highestAmount } from "../offers/price.ts";
import type { Answering } from "./answering.ts";
import { readEmail } from "./form.ts";
import type { ProposedHost } from "./hearing.ts";
import { hostAnswers, longest, type Result, roles } from "./together.ts";

type AnswerFault =
  | ("answer-missing" | "reason-missing" | "roles-missing" | "words-too-long")
  | ("result-missing" | "url-malformed" | "amount-malformed" | "host-missing");

export type AnswerFaults = Readonly<Record<string, AnswerFault>>;

const one = (sent: Sent, name: string): string => (sent[name]?.[0] ?? "").trim();
const oneLine = (text: string, most: number): string =>
  text
    .replaceAll(/[\p{Cc}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, most);

/** What a host answers, as its form sends it; or what is wrong, by field. */
export function readAnswer(sent: Sent): Outcome<Answering, AnswerFaults> {
  const answer = hostAnswers.find((known) => known === one(sent, "answer"));
  const words = one(sent, "words");
  const taken = roles.filter((role) => (sent["role"] ?? []).includes(role));
  if (answer === undefined) return refused({ answer: "answer-missing" });
  if (words.length > longest.words) return refused({ words: "words-too-long" });
  if (answer === "no" && words === "") return refused({ words: "reason-missing" });
  if (answer !== "no" && taken.length === 0) return refused({ role: "roles-missing" });
  return done({ answer, roles: answer === "no" ? [] : taken, words: words || null });
}

/** What the one in the lead proposes. */
export function readResult(sent: Sent): Outcome<Omit<Result, "version">, AnswerFaults> {
  const [url, text, typed] = [one(sent, "url"), one(sent, "text").slice(0, longest.result), one(sent, "amount")];
  if (url === "" && text === "") return refused({ text: "result-missing" });
  if (url !== "" && !isWebAddress(url)) return refused({ url: "url-malformed" });
  const amount = typed === "" ? done(null) : readTypedAmount(typed, { currency: "EUR", highest: highestAmount });
  if (!amount.done) return refused({ amount: "amount-malformed" });
  const period = ["month", "year"].find((known) => known === one(sent, "period")) ?? "once";
  const kind = url === "" ? "quote" : "offer";
  return done({
    kind,
    url: url || null,
    text: text || null,
    paper: null,
    amount: amount.value,
    currency: "EUR",
    period,
  });
}

/** Another host that should join: an address for letters, or an account. */
export function readProposed(sent: Sent): Outcome<ProposedHost, AnswerFaults> {
  const [name, typed] = [oneLine(one(sent, "otherName"), longest.host), one(sent, "others")];
  const account = /^@[\w.-]{1,64}@[a-z0-9.:-]{3,253}$/i.test(typed) ? typed : null;
  const address = account ?? readEmail(typed);
  if (name === "" || address === null) return refused({ others: "host-missing" });
  return done({ name, address, why: oneLine(one(sent, "why"), 500) || null });
}
