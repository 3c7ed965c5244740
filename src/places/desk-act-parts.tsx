import type { Child } from "hono/jsx";
import type { DeskFrame } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { Choices, OnceField, TextArea, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { ThreadProps } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { actsOpen, type HostAct } from "./places.ts";

export interface ActsProps extends Omit<ThreadProps, "language"> {
  readonly frame: DeskFrame;
  /** Whether this site sends mail. */
  readonly mails: boolean;
  /** The free places of the offer; null where they are not counted. */
  readonly slots: number | null;
  /** The free places once this acceptance is undone; null where its place is not given back. */
  readonly slotsBack: number | null;
  /** The hosts that this one sends people to, as its profile says. */
  readonly referrals: readonly string[];
  /** What was typed and could not be done. */
  readonly tried: { readonly act: HostAct; readonly typed: Typed; readonly wrong: Wrong } | null;
}

/** What can be done, the answer first; the others one step away. */
export function Acts(props: ActsProps) {
  const { request, frame, mails } = props;
  const word = words[frame.language];
  const open = actsOpen(request.state, "host");
  const { kind, address } = request.contact;
  const way = kind === "email" && !mails ? word.ways.none(address) : word.ways[kind](address);
  return (
    <>
      {open.includes("answer") && (
        <ActForm {...props} act="answer" main>
          <p class="soft">{way}</p>
        </ActForm>
      )}
      <div class="more-list">
        {open.includes("accept") && (
          <More {...props} act="accept">
            <Slots {...props} />
          </More>
        )}
        {open.includes("decline") && <More {...props} act="decline" />}
        {open.includes("refer") && (
          <More {...props} act="refer">
            <p>
              <a class="button" href={`/admin/referrals/new?request=${request.id}`}>
                {word.refer.choose} <Icon name="arrow-right" />
              </a>
            </p>
            <p class="soft">{word.refer.orWrite}</p>
            <ReferredTo {...props} />
          </More>
        )}
        {open.includes("reopen") && (
          <More {...props} act="reopen">
            <Back {...props} />
          </More>
        )}
        <More {...props} act="note" />
        <Erase request={request} language={frame.language} />
      </div>
    </>
  );
}

type ActProps = ActsProps & { readonly act: HostAct; readonly children?: Child };

function More(props: ActProps) {
  const { act, frame, tried } = props;
  return (
    <details class="more" open={tried?.act === act}>
      <summary>{words[frame.language][act].title}</summary>
      <ActForm {...props} />
    </details>
  );
}

function ActForm({
  act,
  frame,
  request,
  entries,
  tried,
  main = false,
  children,
}: ActProps & { readonly main?: boolean }) {
  const word: ActWords = words[frame.language][act];
  const mine = tried?.act === act ? tried : null;
  const optional = act === "accept" ? { optional: deskWords[frame.language].optional } : {};
  return (
    <form class="stack" method="post" action={`/admin/requests/${request.id}/${act}`} novalidate>
      {main && <h2 class="like-h3">{word.title}</h2>}
      <OnceField />
      <input type="hidden" name="entries" value={String(entries.length)} />
      {children}
      <TextArea
        {...{ name: act, label: word.label, value: mine?.typed[act] ?? "", wrong: mine?.wrong[act] }}
        {...optional}
        {...(word.hint === undefined ? {} : { hint: word.hint })}
      />
      <p>
        <button class={main ? "button button-main" : "button"} type="submit">
          {word.submit} <Icon name={act === "note" ? "check" : "arrow-right"} />
        </button>
      </p>
    </form>
  );
}

interface ActWords {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
}

/** What becomes of the places, said before. */
function Slots({ frame, slots, tried }: ActsProps) {
  const word = words[frame.language].accept;
  const seen = <input type="hidden" name="slots" value={slots === null ? "" : String(slots)} />;
  if (slots === null)
    return (
      <>
        {seen}
        <p>{word.uncounted}</p>
      </>
    );
  if (slots > 1)
    return (
      <>
        {seen}
        <p>{word.left(slots, slots - 1)}</p>
      </>
    );
  return (
    <>
      {seen}
      <Choices
        {...{ name: "full", label: word.last, type: "radio", chosen: [tried?.typed["full"] || "closed"] }}
        options={[
          { value: "closed", label: word.full.closed },
          { value: "waiting-list", label: word.full["waiting-list"] },
        ]}
      />
    </>
  );
}

function ReferredTo({ frame, tried, referrals }: ActsProps) {
  const word = words[frame.language].refer;
  const { typed, wrong } = tried?.act === "refer" ? tried : { typed: {} as Typed, wrong: {} as Wrong };
  const hint = referrals.length === 0 ? word.toHint : `${word.toHint} (${referrals.slice(0, 5).join(", ")})`;
  return (
    <TextField
      {...{ name: "referred", label: word.to, hint, value: typed["referred"] ?? "" }}
      wrong={wrong["referred"]}
    />
  );
}

function Back({ frame, request, slotsBack }: ActsProps) {
  const word = words[frame.language].reopen;
  if (request.slot === null) return null;
  return <p>{slotsBack === null ? word.notBack : word.back(slotsBack)}</p>;
}

function Erase({ request, language }: Pick<ThreadProps, "request" | "language">) {
  const word = words[language].erase;
  return (
    <details class="more">
      <summary>{word.title}</summary>
      <form class="stack" method="post" action={`/admin/requests/${request.id}/erasure`}>
        <p>{word.text}</p>
        <p>
          <button class="button button-danger" type="submit">
            <Icon name="trash" /> {word.submit}
          </button>
        </p>
      </form>
    </details>
  );
}
