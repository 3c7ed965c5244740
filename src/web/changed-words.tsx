import { type Change, diffWordsWithSpace } from "diff";

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
      {differences(before, after).map(({ value, added, removed }) =>
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

/** Texts that have next to nothing in common are not compared word by word: it would take long, and tell nothing. */
function differences(before: string, after: string): readonly Change[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: 1_000 });
  return found ?? [{ value: after, added: false, removed: false, count: 1 }];
}
