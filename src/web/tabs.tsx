/** A view of the same thing. */
export interface Tab {
  readonly href: string;
  readonly label: string;
  /** How many things wait there; nothing is shown of none. */
  readonly count?: number;
}

/** Links to views of the same thing, one of which is shown. */
export function Tabs({
  label,
  tabs,
  here,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The address of the one that is shown. */
  readonly here: string;
}) {
  return (
    <nav class="segments" aria-label={label}>
      <ul>
        {tabs.map(({ href, label: name, count = 0 }) => (
          <li>
            <a href={href} {...(href === here ? { "aria-current": "page" as const } : {})}>
              {name} {count > 0 && <span class="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
