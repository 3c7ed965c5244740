interface EmptyProps {
  readonly title: string;
  /** What to know, or what to do about it. */
  readonly text?: string | undefined;
  readonly ways?: readonly { readonly href: string; readonly label: string }[];
}

/** What stands where a list has nothing in it: that it is so, and where to go from here. */
export function Empty({ title, text, ways = [] }: EmptyProps) {
  return (
    <div class="empty">
      <div class="stack stack-3">
        <h2 class="like-h3">{title}</h2>
        {text !== undefined && <p>{text}</p>}
        {ways.length > 0 && (
          <p class="cluster">
            {ways.map(({ href, label }) => (
              <a class="button" href={href}>
                {label}
              </a>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}
