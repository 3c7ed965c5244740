import { diffWordsWithSpace } from "diff";

export interface ChangedWordsProps {
  readonly before: string;
  readonly after: string;
  /** Read out before what is gone and what is new. */
  readonly words: { readonly gone: string; readonly added: string };
}

/** A text with what was taken from it struck out, and what was added underlined. */
export function ChangedWords({ before, after, words }: ChangedWordsProps) {
  return (
    <>
      {diffWordsWithSpace(before, after).map(({ value, added, removed }) =>
        added ? (
          <ins>
            <span class="sr">{words.added} </span>
            {value}
          </ins>
        ) : removed ? (
          <del>
            <span class="sr">{words.gone} </span>
            {value}
          </del>
        ) : (
          value
        ),
      )}
    </>
  );
}
