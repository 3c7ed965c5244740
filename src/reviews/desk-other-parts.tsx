import { dateWords } from "../foundation/date-words.ts";
import { MaybeLink, spoken } from "../hosts/parts.tsx";
import { Chip } from "../web/chip.tsx";
import type { DeskFrame } from "../web/desk.tsx";
import { VerdictChip } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { ShownReview } from "./queries.ts";
import { words as publicWords } from "./words.ts";

interface OtherProps {
  readonly frame: DeskFrame;
  readonly review: ShownReview;
  readonly earlier: boolean;
}

/** What another host says of one of our commitments. */
export function Other({ frame: { language }, review, earlier }: OtherProps) {
  const [word, said] = [words[language], publicWords[language]];
  return (
    <li class="stack stack-2">
      <p>
        {said.quoted(review.claim)} {earlier && <small>({word.earlier})</small>}
      </p>
      <p>
        <b>{review.name}</b> <VerdictChip verdict={review.verdict} word={said.verdicts[review.verdict]} />{" "}
        <small>{said.on(dateWords(review.said, language))}</small>{" "}
        {review.unread && <Chip kind="note" icon="bell-ringing" word={word.unread} />}
      </p>
      {review.why !== null && <blockquote {...spoken(review.language, language)}>{said.quoted(review.why)}</blockquote>}
      {review.evidence !== null && (
        <p class="small">
          {said.evidence} <MaybeLink text={review.evidence} />
        </p>
      )}
      <p class="small">
        <a href={review.address} rel="noopener nofollow noreferrer" aria-label={said.statementOf(review.name)}>
          {said.statement}
        </a>{" "}
        ·{" "}
        <a href={review.url} rel="noopener nofollow noreferrer">
          {word.write(review.name)}
        </a>
      </p>
    </li>
  );
}
