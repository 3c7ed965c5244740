interface EndingProps {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  /** Where it is posted. */
  readonly to: string;
}

/** What cannot be undone is two steps away: opened first, and then done. */
export function Ending({ title, text, button, to }: EndingProps) {
  return (
    <details class="more">
      <summary>{title}</summary>
      <form class="stack" method="post" action={to}>
        <p>{text}</p>
        <p>
          <button class="button button-danger" type="submit">
            {button}
          </button>
        </p>
      </form>
    </details>
  );
}
