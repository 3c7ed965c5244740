import type { AskingState } from "./together.ts";

/** Who does something: who asks, the desk of its site, a host that was asked, the one that leads, or the clock. */
export type AskingParty = "asker" | "desk" | "host" | "lead" | "clock";

export type AskingAct =
  | "change"
  | "send"
  | "hold"
  | "let-through"
  | "send-back"
  | "answer"
  | "lead-leaves"
  | "propose"
  | "add"
  | "leave-out"
  | "choose"
  | "give-contact"
  | "result"
  | "decline"
  | "agree"
  | "all-refuse"
  | "conclude"
  | "close"
  | "withdraw"
  | "expire";

/** What an asking becomes; null where that cannot be. What is not written here cannot happen. */
export function askingAfter(state: AskingState, act: AskingAct): AskingState | null {
  return life[state][act] ?? null;
}

type Steps = Readonly<Partial<Record<AskingAct, AskingState>>>;

const over: Steps = {};
const life: Readonly<Record<AskingState, Steps>> = {
  draft: { change: "draft", send: "open", hold: "held", withdraw: "withdrawn" },
  held: { "let-through": "open", "send-back": "draft", withdraw: "withdrawn" },
  open: {
    ...{ answer: "open", propose: "open", add: "open", "leave-out": "open", "give-contact": "open" },
    ...{ choose: "led", "all-refuse": "ended", close: "ended", withdraw: "withdrawn", expire: "expired" },
  },
  led: {
    ...{ answer: "led", propose: "led", add: "led", "leave-out": "led", "give-contact": "led", choose: "led" },
    ...{ "lead-leaves": "open", result: "led", decline: "led", agree: "led", conclude: "ended", "all-refuse": "ended" },
    ...{ close: "ended", withdraw: "withdrawn", expire: "expired" },
  },
  ended: over,
  withdrawn: over,
  expired: over,
};

export const askingActs: Readonly<Record<AskingAct, AskingParty>> = {
  ...{ change: "asker", send: "asker", hold: "asker", "let-through": "desk", "send-back": "desk" },
  ...{ answer: "host", "lead-leaves": "lead", propose: "host", add: "asker", "leave-out": "asker" },
  ...{ choose: "asker", "give-contact": "asker", result: "lead", agree: "host", "all-refuse": "host" },
  ...{ decline: "asker", conclude: "asker", close: "asker", withdraw: "asker", expire: "clock" },
};

/** Whether this may be done by whoever does it: by the one to whom it belongs, in a state that has it. */
export function mayAsking(state: AskingState, act: AskingAct, by: AskingParty): boolean {
  const belongs = askingActs[act];
  return askingAfter(state, act) !== null && (by === belongs || (by === "lead" && belongs === "host"));
}
