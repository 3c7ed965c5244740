import { dateWords } from "../foundation/date-words.ts";
import type { Holding } from "../funding/holding.ts";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import { words } from "./holding-words.ts";

/** Says of a draft that the desk has still to read it, or why it did not let it open; nothing where neither is so. */
export function HoldingNotice({
  holding,
  frame: { language },
}: {
  readonly holding: Holding | null;
  readonly frame: Frame;
}) {
  const word = words[language];
  if (holding === null || holding.decision === "let-through") return null;
  if (holding.decision === "refused")
    return (
      <CareNotice title={word.refused.title}>
        {holding.reason !== null && <blockquote class="lines">{holding.reason}</blockquote>}
        <p>{word.refused.text}</p>
      </CareNotice>
    );
  return (
    <div class="notice">
      <Icon name="clock" />
      <div>
        <h2>{word.waits.title(dateWords(holding.held, language))}</h2>
        <p>{word.waits.text}</p>
      </div>
    </div>
  );
}
