import type { Child } from "hono/jsx";
import { spoken } from "../hosts/parts.tsx";
import { Accompaniment, PeaceOfMind } from "../offers/facts-parts.tsx";
import { WhoDoesWhat } from "../offers/joint-parts.tsx";
import { DoesAndDoesNot, Needs, Tags } from "../offers/promise-parts.tsx";
import { Tiers } from "../offers/tier-parts.tsx";
import { ErrorSummary } from "../web/form-parts.tsx";
import { CareNotice } from "../web/notice.tsx";
import { InvitationActs, type InvitationPageProps } from "./desk-answer-parts.tsx";
import { Changes } from "./desk-change-parts.tsx";
import { Thread } from "./desk-comment-parts.tsx";
import { InvitationChip, invitationPath, JointDeskPage, waitedWords, writes } from "./desk-parts.tsx";
import { wordsFor } from "./desk-words.ts";
import { giversAsked } from "./giving-parts.tsx";
import { waitedAt } from "./waiting.ts";

/** What another host asks ours to sign: all of it as people would read it, what has changed, and what may be answered. */
export function InvitationPage(props: InvitationPageProps) {
  const { frame, invitation, signed, meanwhile, wrong, done } = props;
  const { language } = frame;
  const word = wordsFor(language, invitation.kind);
  const { title, lead } = invitation;
  return (
    <JointDeskPage frame={frame} title={title} here={title} done={done}>
      <ErrorSummary language={language} wrong={wrong} />
      {meanwhile && (
        <CareNotice title={word.asked.meanwhile} refused>
          {null}
        </CareNotice>
      )}
      <div class="stack stack-3">
        <h1 class="like-h2" {...spoken(invitation.language, language)}>
          {title}
        </h1>
        <p class="soft">
          {word.asked.by} <a href={lead.page}>{lead.name}</a>
        </p>
        <p class="cluster">
          <InvitationChip invitation={invitation} language={language} />
          <span>{waitedWords(waitedAt(invitation), language, invitation.kind)}</span>
        </p>
        {!writes(frame) && <p class="notice">{word.onlyReading}</p>}
        <Ways {...props} />
      </div>
      {signed && (
        <Changes
          title={word.changesForYou}
          before={signed}
          after={invitation}
          hosts={[props.own, lead, ...invitation.partners]}
          language={language}
        />
      )}
      <AsRead {...props} />
      <Thread {...props} kind={invitation.kind} path={invitationPath(invitation.id, "comments")} />
      {writes(frame) && <InvitationActs {...props} />}
    </JointDeskPage>
  );
}

function Ways({ frame, about, invitation: { page, state, kind } }: InvitationPageProps): Child {
  const word = wordsFor(frame.language, kind);
  const answers = state === "invited" && writes(frame);
  if (page === null && about === null && !answers) return null;
  return (
    <p class="cluster">
      {answers && (
        <a class="button" href="#accept">
          {word.toAnswer}
        </a>
      )}
      {page && (
        <a class="button button-quiet" href={page}>
          {word.seePublic}
        </a>
      )}
      {about && (
        <span>
          {word.about} <a href={about.href}>{about.title}</a>
        </span>
      )}
    </p>
  );
}

/** The whole of it, as an association would read it: nothing is signed unread. */
function AsRead({ frame: { language }, invitation, own }: InvitationPageProps) {
  const word = wordsFor(language, invitation.kind).asked;
  const { content, terms, language: said, leadState } = invitation;
  const parts = content && { content, language };
  return (
    <section class="sheet stack stack-5" aria-labelledby="as-read">
      <div class="stack stack-2">
        <h2 class="like-h3" id="as-read">
          {word.read}
        </h2>
        <p class="small soft">{word.readText}</p>
      </div>
      {parts && (
        <>
          {parts.content.summary && <p {...spoken(said, language)}>{parts.content.summary}</p>}
          <Tags {...parts} />
        </>
      )}
      <WhoDoesWhat
        {...{ givers: giversAsked(invitation, own), terms, said, language }}
        agreed={leadState === "published"}
      />
      {parts && (
        <>
          <Needs {...parts} />
          <DoesAndDoesNot {...parts} />
          <Tiers {...parts} />
          <Accompaniment {...parts} />
          <PeaceOfMind {...parts} />
        </>
      )}
    </section>
  );
}
