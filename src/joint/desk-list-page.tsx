import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
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
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
        {writes(frame) && (
          <p>
            <a class="button button-main" href="/admin/joint/new">
              {word.draft} <Icon name="arrow-right" />
            </a>
          </p>
        )}
      </div>
      {papers.length + invitations.length === 0 && <Empty language={language} />}
      {invitations.length > 0 && <Invitations invitations={invitations} language={language} />}
      {papers.length > 0 && <Papers papers={papers} language={language} />}
    </DeskLayout>
  );
}

function Empty({ language }: { readonly language: Language }) {
  const word = words[language].none;
  return (
    <div class="empty">
      <div class="stack stack-3">
        <h2 class="like-h3">{word.title}</h2>
        <p>{word.text}</p>
      </div>
    </div>
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
      <table class="table table-stack table-lines">
        <Head names={[columns.title, columns.state, columns.from, columns.next]} />
        <tbody>
          {invitations.map((invitation) => (
            <tr>
              <th scope="row">
                <a href={invitationPath(invitation.id)}>{invitation.title}</a>
                <Kind kind={invitation.kind} language={language} />
              </th>
              <td>
                <InvitationChip invitation={invitation} language={language} />
              </td>
              <td data-word={columns.from}>{invitation.lead.name}</td>
              <td class="table-said">{waitedWords(waitedAt(invitation), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
      <table class="table table-stack table-lines">
        <Head names={[columns.title, columns.state, columns.with, columns.next]} />
        <tbody>
          {papers.map((paper) => (
            <tr>
              <th scope="row">
                <a href={paperPath(paper.id)}>{paper.title}</a>
                <Kind kind={paper.kind} language={language} />
              </th>
              <td>
                <PaperChip paper={paper} language={language} />
              </td>
              <td data-word={columns.with}>
                {listWords(
                  paper.partners.map(({ name }) => name),
                  language,
                )}
              </td>
              <td class="table-said">{waitedWords(waitedIn(paper), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Kind({ kind, language }: { readonly kind: JointPaper["kind"]; readonly language: Language }) {
  return kind === "offer" ? null : <small class="soft"> ({words[language].kinds[kind]})</small>;
}

function Head({ names }: { readonly names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th scope="col">{name}</th>
        ))}
      </tr>
    </thead>
  );
}
