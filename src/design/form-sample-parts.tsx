import { asset } from "../web/assets.ts";
import { ChangedWords } from "../web/changed-words.tsx";
import { Field, FileField, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { words } from "./asking-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

type Props = Pick<SamplesProps, "frame">;

/** A file to choose: none yet, one there already, one that was refused. */
export function FileSample({ frame }: Props) {
  const { file: word, optional } = words[frame.language];
  const accept = "image/png,image/jpeg";
  return (
    <Sample frame={frame} id="files" title={word.title} text={word.text} sheets={["file"]}>
      <FileField name="s-logo" label={word.logo} hint={word.logoHint} optional={optional} accept={accept} />
      <div class="file-now">
        <img src={asset("img/mark.svg")} alt="" width="80" height="80" />
        <span>
          {word.now}
          <small>{word.nowText}</small>
        </span>
        <button class="button button-small button-danger" type="button">
          <Icon name="trash" /> {word.remove}
        </button>
      </div>
      <FileField name="s-logo-wrong" label={word.logo} accept={accept} wrong={word.wrong} />
    </Sample>
  );
}

/** As `ErrorSummary` writes it; not the component itself, which takes the focus. */
export function ErrorSample({ frame }: Props) {
  const word = words[frame.language].errors;
  return (
    <Sample frame={frame} id="errors" title={word.title} text={word.text} sheets={["error-summary"]}>
      <div class="error-summary">
        <h4>
          <Icon name="warning-circle" /> {word.head}
        </h4>
        <ul class="plain">
          <li>
            <a href="#s-email">{word.first}</a>
          </li>
          <li>
            <a href="#s-price">{word.second}</a>
          </li>
        </ul>
      </div>
    </Sample>
  );
}

export function PartSample({ frame }: Props) {
  const word = words[frame.language].part;
  return (
    <Sample frame={frame} id="parts" title={word.title} text={word.text} sheets={["form-part"]}>
      <div class="form-part">
        <h2>{word.head}</h2>
        <p>{word.body}</p>
        <div class="pair">
          <TextField name="s-tier" label={word.tier} value={word.tierValue} />
          <Field name="s-price" label={word.price}>
            <div class="with-unit">
              <input class="input" id="s-price" name="s-price" inputmode="decimal" value="5,00" />
              <span>€</span>
            </div>
          </Field>
        </div>
        <p class="form-end">
          <button class="button button-main" type="button">
            {word.publish}
          </button>
          <button class="button" type="button">
            {word.keep}
          </button>
          <a class="button button-quiet" href="#parts">
            {word.see}
          </a>
        </p>
      </div>
    </Sample>
  );
}

/** What is rarely done, or cannot be undone, is one step away. */
export function MoreSample({ frame }: Props) {
  const word = words[frame.language].more;
  return (
    <Sample frame={frame} id="more" title={word.title} text={word.text} sheets={["more"]}>
      <div class="more-list">
        <details class="more">
          <summary>{word.accept}</summary>
          <p>{word.acceptText}</p>
        </details>
        <details class="more" open>
          <summary>{word.erase}</summary>
          <div class="stack">
            <p>{word.eraseText}</p>
            <p>
              <button class="button button-danger" type="button">
                <Icon name="trash" /> {word.eraseButton}
              </button>
            </p>
          </div>
        </details>
      </div>
    </Sample>
  );
}

/** As `ConflictNotice` writes it; not the component itself, which takes the focus. */
export function ConflictSample({ frame }: Props) {
  const word = words[frame.language].conflict;
  return (
    <Sample frame={frame} id="versions" title={word.title} text={word.text} sheets={["conflict", "error-summary"]}>
      <div class="error-summary">
        <h4>{word.head}</h4>
        <p>{word.body}</p>
        <table class="table table-stack conflict gap-above">
          <thead>
            <tr>
              <th scope="col">{word.field}</th>
              <th scope="col">{word.yours}</th>
              <th scope="col">{word.theirs}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{word.label}</th>
              <td data-word={word.yours}>
                <ChangedWords before={word.other} after={word.mine} words={word} />
              </td>
              <td data-word={word.theirs}>{word.other}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Sample>
  );
}
