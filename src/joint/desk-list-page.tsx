import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { DeskTable } from "../web/desk-table.tsx";
import { Empty } from "../web/empty.tsx";
import { Icon } from "../web/icon.tsx";
import { listWords } from "../web/money.ts";
import { Done, InvitationChip, invitationPath, PaperChip, paperPath, waitedWords, writes } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { JointInvitation, JointPaper } from "./joint.ts";
import { waitedAt, waitedIn } from "./waiting.ts";

export interface ListPageProps {
  readonly frame: DeskFrame;
  readonly papers: readonly JointPaper[];
  readonly invitations: readonly JointInvitation[];
  readonly done: string | null;
}

/** What our host gives together with others: what it is asked, then what it leads, each with what is waited for. */
export function ListPage({ frame, papers, invitations, done }: ListPageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <DeskLayout frame={frame} title={word.title} here="joint">
      <Done done={done} language={language} />
      <div class="desk-head">
        <div class="stack stack-3">
          <h1 class="like-h2">{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        {writes(frame) && (
          <p>
            <a class="button button-main" href="/admin/joint/new">
              {word.draft} <Icon name="arrow-right" />
            </a>
          </p>
        )}
      </div>
      {papers.length + invitations.length === 0 && <Empty {...word.none} />}
      {invitations.length > 0 && <Invitations invitations={invitations} language={language} />}
      {papers.length > 0 && <Papers papers={papers} language={language} />}
    </DeskLayout>
  );
}

type Asked = Pick<ListPageProps, "invitations"> & { readonly language: Language };

function Invitations({ invitations, language }: Asked) {
  const { received, columns } = words[language];
  return (
    <section class="stack stack-3" aria-labelledby="received">
      <h2 class="like-h3" id="received">
        {received}
      </h2>
      <DeskTable
        language={language}
        heads={{ title: columns.title, about: [columns.from] }}
        lines={invitations.map((invitation) => ({
          ...{ href: invitationPath(invitation.id), title: invitation.title, since: invitation.changed },
          under: <Kind kind={invitation.kind} language={language} />,
          chip: <InvitationChip invitation={invitation} language={language} />,
          ...{ about: [invitation.lead.name], next: waitedWords(waitedAt(invitation), language, invitation.kind) },
        }))}
      />
    </section>
  );
}

type Led = Pick<ListPageProps, "papers"> & { readonly language: Language };

function Papers({ papers, language }: Led) {
  const { led, columns } = words[language];
  return (
    <section class="stack stack-3" aria-labelledby="led">
      <h2 class="like-h3" id="led">
        {led}
      </h2>
      <DeskTable
        language={language}
        heads={{ title: columns.title, about: [columns.with] }}
        lines={papers.map((paper) => ({
          ...{ href: paperPath(paper.id), title: paper.title, since: paper.changed },
          under: <Kind kind={paper.kind} language={language} />,
          chip: <PaperChip paper={paper} language={language} />,
          about: [namesOf(paper, language)],
          next: waitedWords(waitedIn(paper), language, paper.kind),
        }))}
      />
    </section>
  );
}

const namesOf = ({ partners }: JointPaper, language: Language): string =>
  listWords(
    partners.map(({ name }) => name),
    language,
  );

function Kind({ kind, language }: { readonly kind: JointPaper["kind"]; readonly language: Language }) {
  return kind === "offer" ? null : <small class="soft"> ({words[language].kinds[kind]})</small>;
}
