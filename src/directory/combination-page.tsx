import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { listWords } from "../web/money.ts";
import type { Answers } from "./answers.ts";
import { type AskingTogether, AskTogether } from "./ask-together-parts.tsx";
import type { Together } from "./matching.ts";
import { keyOf } from "./named-offers.ts";
import { questionAddress } from "./questions.ts";
import { words as questionWords } from "./questions-words.ts";
import { wishWords } from "./reason-parts.tsx";
import { words } from "./results-words.ts";
import { TogetherMembers, togetherTitle } from "./together-parts.tsx";
import { compareAddress } from "./ways.ts";
import type { Wish } from "./wishes.ts";

export interface CombinationPageProps {
  readonly frame: Frame;
  readonly answers: Answers;
  readonly together: Together;
  /** Of the wishes, those that none of its members grants. */
  readonly lacking: readonly Wish[];
  /** Names in the address that name nothing any more. */
  readonly gone: readonly string[];
  readonly asking: AskingTogether;
}

/** A combination by itself, at an address that names its offers. */
export function CombinationPage({ frame, answers, together, lacking, gone, asking }: CombinationPageProps) {
  const { language } = frame;
  const word = words[language].combination;
  const empty = together.members.length === 0;
  return (
    <Layout frame={frame} title={word.title} description={word.lead} here="directory" sheets={["ways"]} unlisted>
      <div class="masthead masthead-plain">
        <div class="wrap">
          <Breadcrumb
            language={language}
            ways={[
              { href: "/directory", label: questionWords[language].directory },
              { href: questionAddress("results", answers), label: words[language].title },
            ]}
            here={word.title}
          />
          <div class="stack gap-above">
            <h1>{empty ? word.title : togetherTitle(together, language)}</h1>
            <p class="lead">{empty ? word.empty : word.lead}</p>
          </div>
        </div>
      </div>
      <div class="wrap section stack stack-6">
        {gone.length > 0 && <Notice text={word.gone(listWords(gone, language))} />}
        {!empty && lacking.length > 0 && <Notice text={word.lacking(wishWords(lacking, language))} />}
        {!empty && (
          <section class="sheet stack">
            <TogetherMembers together={together} people={answers.people} language={language} />
            <AskTogether {...{ asking, together, answers, language }} />
          </section>
        )}
        <p class="cluster">
          {together.members.length > 1 && together.members.length < 4 && (
            <a class="button" href={compareAddress(together.members.map(keyOf), quantityOf(answers))}>
              {word.compare}
            </a>
          )}
          <a href={questionAddress("results", answers)}>{word.back}</a>
        </p>
      </div>
    </Layout>
  );
}

function quantityOf({ people }: Answers): Readonly<Record<string, string>> {
  return people === null ? {} : { users: String(people) };
}

function Notice({ text }: { readonly text: string }) {
  return (
    <div class="notice notice-care">
      <Icon name="warning" />
      <p>{text}</p>
    </div>
  );
}
