import type { Language } from "../foundation/language.ts";
import { words } from "./words.ts";

export interface BreadcrumbProps {
  readonly language: Language;
  /** From the top down to the page above this one. */
  readonly ways: readonly { readonly href: string; readonly label: string }[];
  readonly here: string;
}

/** Where this page lies, and the way back up. */
export function Breadcrumb({ language, ways, here }: BreadcrumbProps) {
  return (
    <nav class="breadcrumb" aria-label={words[language].breadcrumb}>
      <ol>
        {ways.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  );
}
