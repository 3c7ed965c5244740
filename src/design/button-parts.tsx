import { Icon } from "../web/icon.tsx";
import { words } from "./reading-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** Every kind of button, and each as it looks under a pointer, with the focus, and when it can do nothing. */
export function ButtonSample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].button;
  return (
    <Sample frame={frame} id="buttons" title={word.title} text={word.text} sheets={["button"]}>
      <p class="cluster">
        <Plain kind="button-main" word={word.main} />
        <Plain kind="" word={word.plain} />
        <Plain kind="button-small" word={word.small} />
        <Plain kind="button-main button-small" word={word.small} />
        <Plain kind="button-quiet" word={word.quiet} />
        <button class="button button-danger" type="button">
          <Icon name="trash" /> {word.danger}
        </button>
        <a class="button" href="#buttons">
          {word.link} <Icon name="arrow-right" />
        </a>
      </p>
      <p class="cluster">
        <button class="button" type="button" disabled>
          {word.disabled}
        </button>
        <Plain kind="is-hover" word={word.hover} />
        <Plain kind="is-focus" word={word.focus} />
        <Plain kind="button-main is-focus" word={word.focus} />
      </p>
      <Plain kind="button-wide" word={word.wide} />
    </Sample>
  );
}

function Plain({ kind, word }: { readonly kind: string; readonly word: string }) {
  return (
    <button class={`button ${kind}`.trim()} type="button">
      {word}
    </button>
  );
}
