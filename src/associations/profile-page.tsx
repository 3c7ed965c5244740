import { addressOf } from "../hosts/parts.tsx";
import { Choices, ErrorSummary, TextArea, TextField } from "../web/form-parts.tsx";
import type { Frame } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import type { ProfileField } from "./form.ts";
import { type Acting, RoomLayout } from "./member-parts.tsx";
import { words } from "./profile-words.ts";
import { words as roomWords } from "./words.ts";

export interface ProfilePageProps {
  readonly frame: Frame;
  readonly acting: Acting;
  readonly typed: Readonly<Record<ProfileField, string>>;
  readonly wrong: Readonly<Partial<Record<ProfileField, string>>>;
  /** Its name on other servers; null before it has one. */
  readonly handle: string | null;
  readonly version: number;
  readonly done: boolean;
  /** Somebody else changed it meanwhile. */
  readonly conflict: boolean;
}

/** What an association says of itself, and how much of it is shown. */
export function ProfilePage(props: ProfilePageProps) {
  const { frame, acting, wrong, handle, done, conflict } = props;
  const word = words[frame.language];
  return (
    <RoomLayout frame={frame} acting={acting} title={word.title} here="/profile">
      {done && <DoneNotice>{roomWords[frame.language].saved}</DoneNotice>}
      {conflict && (
        <CareNotice title={word.conflict} refused>
          {null}
        </CareNotice>
      )}
      <div class="stack stack-3">
        <h1>{word.title}</h1>
        <p class="lead">{word.lead}</p>
        {handle !== null && (
          <p>
            {word.handle(addressOf(frame.origin, handle))} <a href={`/@${handle}`}>{word.page}</a>
          </p>
        )}
      </div>
      <ErrorSummary language={frame.language} wrong={wrong} />
      <ProfileForm {...props} />
    </RoomLayout>
  );
}

function ProfileForm({ frame: { language }, typed, wrong, handle, version }: ProfilePageProps) {
  const word = words[language];
  const room = roomWords[language];
  const of = (name: Exclude<ProfileField, "public">) => ({
    name,
    label: word[name],
    value: typed[name],
    wrong: wrong[name],
  });
  const { optional } = room;
  return (
    <form method="post" action="/association/profile" class="narrow" novalidate>
      <input type="hidden" name="version" value={String(version)} />
      <TextField {...of("name")} autocomplete="organization" required />
      <TextArea {...of("presentation")} rows={5} optional={optional} />
      <TextField {...of("territory")} hint={word.territoryHint} optional={optional} />
      <TextField {...of("sector")} hint={word.sectorHint} optional={optional} />
      <TextField {...of("website")} type="url" optional={optional} />
      <TextField {...of("rna")} hint={word.rnaHint} width="middle" optional={optional} />
      <TextField {...of("siret")} hint={word.siretHint} width="middle" inputmode="numeric" optional={optional} />
      <Choices
        {...{ name: "public", label: word.public, type: "checkbox", chosen: typed.public === "" ? [] : ["yes"] }}
        options={[{ value: "yes", label: word.publicOption, hint: word.publicHint }]}
      />
      {handle === null && <p class="small soft">{word.later}</p>}
      <p class="form-end">
        <button class="button button-main" type="submit">
          {room.save}
        </button>
      </p>
    </form>
  );
}
