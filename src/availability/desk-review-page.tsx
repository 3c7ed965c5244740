import { dateWords } from "../foundation/date-words.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { OnceField, type Typed } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { Trail } from "./desk-form-page.tsx";
import { words } from "./desk-form-words.ts";

/** What will happen to one offer. */
export interface Announced {
  /** What is read: "Courriel : Ouvert (7 places)"; null when nothing is announced. */
  readonly sentence: string | null;
  /** The words that are told with it. */
  readonly message: string | null;
  readonly draft: boolean;
  readonly expires: Date;
}

export interface AvailabilityReviewProps {
  readonly frame: DeskFrame;
  readonly title: string;
  /** Where the form goes. */
  readonly action: string;
  readonly typed: Typed;
  /** Fields with several values, which `typed` cannot hold. */
  readonly chosen?: { readonly name: string; readonly values: readonly string[] };
  readonly announced: readonly Announced[];
  readonly audience: Audience;
  readonly form: string | undefined;
}

/** Who hears of it. */
export interface Audience {
  /** Of the availability here. */
  readonly followers: number;
  /** Other instances. */
  readonly instances: number;
}

/** What will be announced, before it is: what stands here is what is sent. */
export function AvailabilityReviewPage(props: AvailabilityReviewProps) {
  const { frame, title, action, typed, chosen, announced } = props;
  const word = words[frame.language].review;
  const aloud = announced.some(({ sentence }) => sentence !== null);
  const all = [...Object.entries(typed), ...(chosen?.values.map((value) => [chosen.name, value] as const) ?? [])];
  return (
    <DeskLayout frame={frame} title={word.title} here="availability">
      <div class="narrow stack stack-5">
        <Trail language={frame.language} here={title} />
        <h1 class="like-h2">{word.title}</h1>
        <Happening {...props} />
        <form method="post" action={action}>
          <OnceField form={props.form} />
          {all.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="form-end">
            <button class="button button-main" type="submit" name="step" value="send">
              <Icon name={aloud ? "megaphone" : "check"} /> {aloud ? word.announce : word.save}
            </button>
            <button class="button" type="submit" name="step" value="edit">
              {word.correct}
            </button>
          </p>
        </form>
      </div>
    </DeskLayout>
  );
}

function Happening({ frame, announced, audience }: AvailabilityReviewProps) {
  const word = words[frame.language].review;
  const aloud = announced.filter(({ sentence }) => sentence !== null);
  const quiet = announced.some(({ sentence, draft }) => sentence === null && !draft);
  const expires = new Date(Math.min(...announced.map((one) => one.expires.getTime())));
  return (
    <div class="notice">
      <Icon name="megaphone" />
      <div class="stack stack-3">
        {aloud.length > 0 && <p>{word.reads(audience.followers, audience.instances)}</p>}
        {aloud.map(({ sentence, message }) => (
          <blockquote>
            <p>
              <strong>{sentence}</strong>
            </p>
            {message !== null && <p>{message}</p>}
          </blockquote>
        ))}
        {quiet && <p>{word.quiet}</p>}
        {announced.some(({ draft }) => draft) && <p>{word.draft}</p>}
        <p>{word.until(dateWords(expires, frame.language))}</p>
      </div>
    </div>
  );
}
