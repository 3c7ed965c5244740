import type { FundingRequest } from "../funding/funding.ts";
import { Chip, type ChipProps } from "../web/chip.tsx";
import type { Frame } from "../web/layout.tsx";
import { words } from "./steward-words.ts";

const chips: Readonly<Record<FundingRequest["state"], Pick<ChipProps, "kind" | "icon">>> = {
  draft: { kind: "draft", icon: "tray" },
  open: { kind: "good", icon: "state-open" },
  reached: { kind: "good", icon: "check-circle" },
  committed: { kind: "note", icon: "handshake" },
  delivering: { kind: "note", icon: "wrench" },
  delivered: { kind: "good", icon: "check-circle" },
  failed: { kind: "care", icon: "clock" },
  cancelled: { kind: "plain", icon: "x" },
};

/** How far a request is, as a chip. */
export function StateChip({ state, frame }: { readonly state: FundingRequest["state"]; readonly frame: Frame }) {
  return <Chip {...chips[state]} word={words[frame.language].states[state][0]} />;
}
