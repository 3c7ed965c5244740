import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { TextField, type Wrong } from "../web/form-parts.tsx";
import { hostsPath } from "./desk-hosts-page.tsx";
import { words } from "./desk-words.ts";
import type { Known } from "./known.ts";
import type { OwnVouch } from "./vouching.ts";

export interface VouchFormProps {
  readonly language: Language;
  readonly host: Known;
  /** What our own host says of it. */
  readonly vouch: OwnVouch | null;
  readonly typed?: string;
  readonly wrong?: Wrong;
}

/** To say publicly that one vouches for a host, or no longer. */
export function VouchForm({ language, host, vouch, typed, wrong = {} }: VouchFormProps) {
  const word = words[language];
  return (
    <section class="stack stack-4" aria-labelledby="vouch">
      <h2 class="like-h3" id="vouch">
        {word.vouch}
      </h2>
      <p>{vouch === null ? word.vouchText : word.vouchedSince(dateWords(vouch.given, language))}</p>
      <form class="stack stack-4" method="post" action={`${hostsPath}/site/vouch`}>
        <input type="hidden" name="origin" value={host.origin} />
        <TextField
          name="reason"
          label={word.reason}
          hint={word.reasonHint}
          optional={word.optional}
          value={typed ?? vouch?.reason ?? ""}
          wrong={wrong["reason"]}
          maxlength={2_000}
        />
        <div class="form-end">
          <button class={vouch === null ? "button button-main" : "button"} type="submit">
            {vouch === null ? word.vouchButton(host.name) : word.change}
          </button>
        </div>
      </form>
      {vouch !== null && (
        <form method="post" action={`${hostsPath}/site/vouch/withdrawal`}>
          <input type="hidden" name="origin" value={host.origin} />
          <button class="button button-danger" type="submit">
            {word.withdraw}
          </button>
        </form>
      )}
    </section>
  );
}

/** What those who run this site may decide themselves of an instance. */
export function Decide({ host, language }: { readonly host: Known; readonly language: Language }) {
  const word = words[language];
  return (
    <section class="stack stack-4" aria-labelledby="decide">
      <h2 class="like-h3" id="decide">
        {word.decide}
      </h2>
      <p>{word.decideText}</p>
      <div class="cluster">
        {host.peer === null ? (
          <form method="post" action="/admin/followers/peers">
            <input type="hidden" name="url" value={host.origin} />
            <button class="button" type="submit">
              {word.follow}
            </button>
          </form>
        ) : (
          <a class="button" href="/admin/followers/peers">
            {word.answer}
          </a>
        )}
        {host.trust > 0 && (
          <a
            class="button"
            href={`/admin/followers/blocks/new?${new URLSearchParams({ domain: new URL(host.origin).host })}`}
          >
            {word.block}
          </a>
        )}
      </div>
    </section>
  );
}
