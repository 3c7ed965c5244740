import type { Member } from "../accounts/members.ts";
import { dateWords } from "../foundation/date-words.ts";
import { FactList, MaybeLink } from "../hosts/parts.tsx";
import { territoryName } from "../hosts/territories.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, OnceField, TextArea } from "../web/form-parts.tsx";
import { CareNotice } from "../web/notice.tsx";
import { type Association, type Decision, decisionsOf } from "./associations.ts";
import { words } from "./desk-words.ts";
import { words as roomWords } from "./words.ts";

export interface AssociationPageProps {
  readonly frame: DeskFrame;
  readonly association: Association;
  readonly members: readonly Member[];
  /** What was typed for a decision that was refused, and why. */
  readonly typed: { readonly decision: Decision; readonly reason: string } | null;
  readonly wrong: string | null;
  /** Its state changed while somebody decided. */
  readonly unmet: boolean;
}

/** One association, and what may be decided about it. */
export function AssociationPage(props: AssociationPageProps) {
  const { frame, association, typed, wrong, unmet } = props;
  const word = words[frame.language];
  const field = typed === null ? "" : `reason-${typed.decision}`;
  return (
    <DeskLayout frame={frame} title={association.name} here="associations">
      <Breadcrumb
        language={frame.language}
        ways={[{ href: "/admin/associations", label: word.title }]}
        here={association.name}
      />
      {unmet && (
        <CareNotice title={word.one.unmet} refused>
          {null}
        </CareNotice>
      )}
      <ErrorSummary language={frame.language} wrong={wrong === null ? {} : { [field]: wrong }} />
      <div class="stack stack-2">
        <h1 class="like-h2">{association.name}</h1>
        <p>
          <span class="tag">{roomWords[frame.language].states[association.state]}</span>
        </p>
      </div>
      <Facts {...props} />
      {decisionsOf(association.state).map((decision) => (
        <DecisionForm {...props} decision={decision} />
      ))}
      {frame.person.role === "administrator" && (
        <section aria-labelledby="invite" class="stack stack-3 narrow">
          <h2 class="like-h4" id="invite">
            {word.invite.heading}
          </h2>
          <p>{word.invite.text}</p>
          <p>
            <a class="button" href={`/admin/associations/${association.id}/invite`}>
              {word.invite.link}
            </a>
          </p>
        </section>
      )}
    </DeskLayout>
  );
}

function Facts({ frame: { language }, association, members }: AssociationPageProps) {
  const word = words[language].one;
  const { presentation, territory, sector, rna, siret, website, created, reason } = association;
  const people = members.map(({ name, email }) => (name === "" ? email : `${name}, ${email}`)).join(" · ");
  return (
    <section aria-labelledby="says" class="stack stack-3">
      <h2 class="like-h3" id="says">
        {word.says}
      </h2>
      <FactList
        lines={[
          [word.presentation, <span class="lines">{presentation}</span>],
          [word.territory, territory && territoryName(territory, language)],
          [word.sector, sector],
          [word.rna, rna],
          [word.siret, siret],
          [word.website, website && <MaybeLink text={website} />],
          [word.people, people],
          [word.registered, dateWords(created, language)],
          [word.reason, reason && <span class="lines">{reason}</span>],
        ]}
      />
    </section>
  );
}

interface DecisionFormProps extends AssociationPageProps {
  readonly decision: Decision;
}

function DecisionForm({ frame: { language }, association, typed, wrong, decision }: DecisionFormProps) {
  const word = words[language];
  const { title, text, submit } = word.decide[decision];
  const mine = typed?.decision === decision ? typed : null;
  const button = { approve: "button button-main", refuse: "button", close: "button button-danger" }[decision];
  return (
    <section aria-labelledby={`title-${decision}`} class="stack stack-3 narrow">
      <h2 class="like-h4" id={`title-${decision}`}>
        {title}
      </h2>
      <p>{text}</p>
      <form method="post" action={`/admin/associations/${association.id}`} novalidate>
        <OnceField />
        <input type="hidden" name="decision" value={decision} />
        {decision !== "approve" && (
          <TextArea
            {...{ name: `reason-${decision}`, label: word.reasonLabel, value: mine?.reason ?? "", rows: 3 }}
            wrong={mine && wrong !== null ? wrong : undefined}
            required
          />
        )}
        <p class="form-end">
          <button class={button} type="submit">
            {submit}
          </button>
        </p>
      </form>
    </section>
  );
}
