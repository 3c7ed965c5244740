import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Report } from "../funding/delivering.ts";
import { isPaymentAddress } from "../funding/payment.ts";
import { closingOf } from "../funding/terms.ts";
import { isWebAddress, readDay, type Typed, textOf } from "./reading.ts";

export type StewardFault =
  | "text-missing"
  | "text-too-long"
  | "address-malformed"
  | "payment-malformed"
  | "day-malformed"
  | "day-past"
  | "day-far";

type Faults = Readonly<Record<string, StewardFault>>;
const longest = 10_000;

/** What the steward says in a text. */
export function readText(typed: Typed, name: string): Outcome<string, Faults> {
  const text = textOf(typed, name);
  if (text === "") return refused({ [name]: "text-missing" });
  return text.length > longest ? refused({ [name]: "text-too-long" }) : done(text);
}

/** What came of a request, and where it can be had. */
export function readReport(typed: Typed): Outcome<Report, Faults> {
  const text = readText(typed, "report");
  const address = textOf(typed, "deliverable");
  const wrong = address === "" || isWebAddress(address) ? {} : { deliverable: "address-malformed" as const };
  if (!text.done) return refused({ ...text.reason, ...wrong });
  if ("deliverable" in wrong) return refused(wrong);
  return done({ text: text.value, deliverable: address || null });
}

/** Where one pays; null where nothing is to be shown any more. */
export function readPayment(typed: Typed): Outcome<string | null, Faults> {
  const address = textOf(typed, "payment");
  if (address === "") return done(null);
  return isPaymentAddress(address) ? done(address) : refused({ payment: "payment-malformed" });
}

const mostDays = 60;

/** Until when everybody has to confirm; null where it is left to us. */
export function readUntil(typed: Typed, now: Date): Outcome<Date | null, Faults> {
  const text = textOf(typed, "until");
  if (text === "") return done(null);
  const day = readDay(text);
  if (day === null) return refused({ until: "day-malformed" });
  const until = closingOf(day);
  if (until <= now) return refused({ until: "day-past" });
  return until.getTime() > now.getTime() + mostDays * 86_400_000 ? refused({ until: "day-far" }) : done(until);
}
