import { type Frame, Layout } from "./layout.tsx";
import { words } from "./words.ts";

interface ErasedPageProps {
  readonly frame: Frame;
  /** What is left, and where. */
  readonly text: string;
  /** Where to go from here. */
  readonly way: { readonly href: string; readonly label: string };
}

/** Once somebody has erased what was theirs. */
export function ErasedPage({ frame, text, way }: ErasedPageProps) {
  const title = words[frame.language].erased;
  return (
    <Layout frame={frame} title={title} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <p>
          <a class="button" href={way.href}>
            {way.label}
          </a>
        </p>
      </div>
    </Layout>
  );
}
