import type { ListedHost } from "../catalogue/catalogue.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { ErrorSummary, OnceField, TextArea, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { TypedProposal } from "./desk-form.ts";
import { AboutField, ProposalFields, ShownField } from "./desk-form-parts.tsx";
import { Trail } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";

export interface AskPageProps {
  readonly frame: DeskFrame;
  readonly typed: TypedProposal;
  readonly wrong: Wrong;
  /** Hosts that were chosen before, or that could take the part that is looked for: the nearest first. */
  readonly near: readonly ListedHost[];
  /** The others that are known here, by name. */
  readonly known: readonly ListedHost[];
}

/** Where our host asks one or several others to work together. */
export function AskPage({ frame, typed, wrong, near, known }: AskPageProps) {
  const { language } = frame;
  const word = words[language];
  const fields = { typed, wrong, language };
  return (
    <DeskLayout frame={frame} title={word.form.title} here="partners">
      <Trail here={word.form.title} language={language} />
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.form.title}</h1>
        <p class="lead">{word.form.lead}</p>
      </div>
      <form class="stack stack-6 narrow" method="post" action="/admin/partners/new" novalidate>
        <OnceField />
        <Whom {...{ typed, wrong, near, known, language }} />
        <ProposalFields {...fields} />
        <AboutField {...fields} />
        <ShownField label={word.form.shown} shown={typed.shown} language={language} />
        <p>
          <button class="button button-main" type="submit">
            {word.form.submit} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
      <p class="small">
        <a href="/admin/partners/outside/new">{word.askOutside}</a>
      </p>
    </DeskLayout>
  );
}

type WhomProps = Omit<AskPageProps, "frame"> & { readonly language: DeskFrame["language"] };

/** Those that come to mind first, then all others that are known, then whoever else. */
function Whom({ typed, wrong, near, known, language }: WhomProps) {
  const word = words[language].form;
  const others = known.filter(({ actor }) => near.every((host) => host.actor !== actor));
  return (
    <fieldset class={wrong["to"] === undefined ? "fieldset" : "fieldset field-wrong"} id="to">
      <legend>{word.to}</legend>
      <p class="field-hint">{word.toHint}</p>
      <Hosts hosts={near} chosen={typed.to} />
      {others.length > 0 && (
        <details class="more" open={near.length === 0 && others.length <= few}>
          <summary>{word.others(others.length)}</summary>
          <div>
            <Hosts hosts={others} chosen={typed.to} />
          </div>
        </details>
      )}
      {wrong["to"] !== undefined && (
        <p class="field-error">
          <Icon name="warning-circle" /> <span>{wrong["to"]}</span>
        </p>
      )}
      <TextArea
        {...{ name: "address", label: word.address, hint: word.addressHint, value: typed.address, rows: 2 }}
        {...{ wrong: wrong["address"], optional: deskWords[language].optional }}
      />
    </fieldset>
  );
}

function Hosts({ hosts, chosen }: { readonly hosts: readonly ListedHost[]; readonly chosen: readonly string[] }) {
  if (hosts.length === 0) return null;
  return (
    <div class="options">
      {hosts.map(({ actor, origin, profile }) => (
        <div>
          <label class="option">
            <input type="checkbox" name="to" value={actor} checked={chosen.includes(actor)} />
            <span>
              {profile.name} <small>{new URL(origin).host}</small>
            </span>
          </label>
        </div>
      ))}
    </div>
  );
}

/** So many are shown at once. */
const few = 12;
