import { Icon, type IconName } from "./icon.tsx";

interface Segment {
  readonly href: string;
  readonly word: string;
  readonly icon?: IconName;
  readonly count?: number;
}

export interface SegmentsProps {
  readonly label: string;
  readonly segments: readonly Segment[];
  /** The address of the one that is shown. */
  readonly here: string;
}

/** A few views of the same thing, each with an address of its own. */
export function Segments({ label, segments, here }: SegmentsProps) {
  return (
    <nav class="segments" aria-label={label}>
      <ul>
        {segments.map(({ href, word, icon, count }) => (
          <li>
            <a href={href} {...(href === here ? { "aria-current": "true" as const } : {})}>
              {icon && <Icon name={icon} />}
              <span>{word}</span>
              {count !== undefined && <span class="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
