/** What can be erased so that other servers are asked to erase it too; `actor`: what others saw of an association that is still here. */
export const erasureKinds = ["association", "actor", "account", "place-request", "answer", "watch"] as const;
export type ErasureKind = (typeof erasureKinds)[number];

/** Something that was erased here. */
export interface Erasure {
  /** Also the id of what was erased. */
  readonly id: string;
  readonly kind: ErasureKind;
  readonly happened: Date;
}

/** `ended`: nothing is sent there any more, because the server or the account on it is gone, or is not written to. */
export type SendingState = "confirmed" | "waiting" | "failed" | "ended";

/** One message that asks one server to erase, and what came of it. */
export interface ErasureSending {
  readonly erasure: string;
  /** The server. */
  readonly origin: string;
  readonly state: SendingState;
  /** When the server took it. */
  readonly confirmed: Date | null;
  /** Until when it is tried; null before the first try has failed, and once it is settled. */
  readonly until: Date | null;
  /** Whether the server answered last that it does not take it. */
  readonly refuses: boolean;
}

/** How one server stands: all that it was asked, taken together. */
export type ServerStanding = Omit<ErasureSending, "erasure">;

const order: readonly SendingState[] = ["failed", "ended", "waiting", "confirmed"];
/** A server has confirmed once it has taken all that it was asked; what still goes on is said before what has ended. */
const weight: readonly SendingState[] = ["waiting", "failed", "ended", "confirmed"];

/** The servers that were asked, those first that somebody may have to write to. */
export function standingsOf(sendings: readonly ErasureSending[]): readonly ServerStanding[] {
  const servers = Map.groupBy(sendings, ({ origin }) => origin);
  const standings = [...servers].map(([origin, all]) => ({ origin, ...joined(all) }));
  return standings.toSorted((one, other) => {
    const before = order.indexOf(one.state) - order.indexOf(other.state);
    return before === 0 ? (one.origin < other.origin ? -1 : 1) : before;
  });
}

function joined(all: readonly ErasureSending[]): Omit<ServerStanding, "origin"> {
  const state = weight.find((one) => all.some((sending) => sending.state === one)) ?? "ended";
  const those = all.filter((sending) => sending.state === state);
  return {
    state,
    confirmed: state === "confirmed" ? latest(those.map(({ confirmed }) => confirmed)) : null,
    until: latest(those.map(({ until }) => until)),
    refuses: those.some(({ refuses }) => refuses),
  };
}

function latest(dates: readonly (Date | null)[]): Date | null {
  const times = dates.flatMap((date) => (date === null ? [] : [date.getTime()]));
  return times.length === 0 ? null : new Date(Math.max(...times));
}

const keptMonths = 12;

/** Until when it is remembered that something was erased at this instant. */
export const keptUntil = (happened: Date): Date => monthsAfter(happened, keptMonths);

/** What was erased before is not remembered. */
export const keptSince = (now: Date): Date => monthsAfter(now, -keptMonths);

function monthsAfter(instant: Date, months: number): Date {
  const then = new Date(instant);
  then.setUTCMonth(then.getUTCMonth() + months);
  return then;
}
