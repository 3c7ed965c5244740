import { Icon, type IconName } from "./icon.tsx";

export interface ChipProps {
  readonly kind: "draft" | "good" | "note" | "care" | "bad" | "plain";
  readonly icon: IconName;
  readonly word: string;
}

/** How far something is, told three times: a shape, a word, a tint. */
export function Chip({ kind, icon, word }: ChipProps) {
  return (
    <span class={kind === "plain" ? "chip" : `chip chip-${kind}`}>
      <Icon name={icon} /> {word}
    </span>
  );
}
