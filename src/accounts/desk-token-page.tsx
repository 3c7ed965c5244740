import { dateWords } from "../foundation/date-words.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { Choices, ErrorSummary, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { words } from "./desk-token-words.ts";
import { type Token, tokenScopes } from "./tokens.ts";
import { words as accountWords } from "./words.ts";

export interface TokenPageProps {
  readonly frame: DeskFrame;
  readonly tokens: readonly Token[];
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** The key that was just made, shown this once. */
  readonly made: string | null;
  readonly ended: boolean;
}

/** The keys that let programs in: made, shown once, taken back. */
export function TokenPage({ frame, tokens, typed, wrong, made, ended }: TokenPageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <DeskLayout frame={frame} title={word.title} here="server">
      <Breadcrumb
        language={language}
        ways={[{ href: "/admin/server", label: deskWords[language].places.server }]}
        here={word.title}
      />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
        <p>
          <a href="/api">{word.documentation}</a>
        </p>
      </div>
      <ErrorSummary language={language} wrong={wrong} />
      {made !== null && <Made text={word.made} made={made} />}
      {ended && (
        <p class="notice" role="status">
          {word.ended}
        </p>
      )}
      <TokenList frame={frame} tokens={tokens} />
      <form method="post" action="/admin/server/tokens">
        <TextField
          {...{ name: "label", label: word.label, hint: word.labelHint, wrong: wrong["label"] }}
          value={typed["label"] ?? ""}
        />
        <Choices
          {...{ name: "scope", label: word.scope, type: "radio", wrong: wrong["scope"] }}
          chosen={[typed["scope"] ?? ""]}
          options={tokenScopes.map((value) => ({ value, label: accountWords[language].scopes[value] }))}
        />
        <p class="form-end gap-above">
          <button class="button button-main" type="submit">
            {word.create} <Icon name="key" />
          </button>
        </p>
      </form>
    </DeskLayout>
  );
}

function Made({ text, made }: { readonly text: string; readonly made: string }) {
  return (
    <div class="notice notice-good" role="status" tabindex={-1} autofocus>
      <Icon name="key" />
      <div>
        <p>{text}</p>
        <p class="gap-above">
          <code>{made}</code>
        </p>
      </div>
    </div>
  );
}

function TokenList({ frame: { language }, tokens }: Pick<TokenPageProps, "frame" | "tokens">) {
  const word = words[language];
  if (tokens.length === 0) return <p class="soft">{word.none}</p>;
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          {Object.values(word.columns).map((column) => (
            <th scope="col">{column}</th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ id, label, scope, created, used }) => (
          <tr>
            <th scope="row">{label}</th>
            <td data-word={word.columns.scope}>{accountWords[language].scopes[scope]}</td>
            <td data-word={word.columns.created}>{dateWords(created, language, "short")}</td>
            <td data-word={word.columns.used}>{used === null ? word.never : dateWords(used, language, "short")}</td>
            <td>
              <form method="post" action={`/admin/server/tokens/${id}/end`}>
                <button class="button button-small" type="submit" aria-label={word.endOf(label)}>
                  {word.end}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
