import type { Sent } from "../foundation/kept-forms.ts";
import { Icon, type IconName } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import { type Way, words } from "./words.ts";

/** A door by which somebody shows who they are, and comes back. */
export interface WayIn {
  readonly kind: Way;
  readonly href: string;
  /** Where one makes an account first. */
  readonly anew?: string;
}

export interface WhoPageProps {
  readonly frame: Frame;
  readonly ways: readonly WayIn[];
  /** What was sent before anybody knew by whom; null where nothing was. */
  readonly sent: { readonly action: string; readonly fields: Sent; readonly kept: boolean } | null;
}

const icons: Readonly<Record<Way, IconName>> = {
  actor: "fediverse-logo",
  association: "users-three",
  host: "hard-drives",
};

/** Asks in whose name somebody acts, with the ways in; what they typed waits. */
export function WhoPage({ frame, ways, sent }: WhoPageProps) {
  const word = words[frame.language].who;
  return (
    <Layout frame={frame} title={word.title} sheets={["acting"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        <NotAccepted frame={frame} />
        {sent?.kept === true && <p>{word.kept}</p>}
        {sent?.kept === false && (
          <CareNotice title={word.title} refused>
            <p>{word.tooMany}</p>
          </CareNotice>
        )}
        <nav aria-label={word.waysLabel}>
          <ul class="choices plain">
            {ways.map((way) => (
              <Doors way={way} frame={frame} />
            ))}
          </ul>
        </nav>
        {sent && <SendAgain frame={frame} sent={sent} />}
      </div>
    </Layout>
  );
}

function Doors({ way: { kind, href, anew }, frame }: { readonly way: WayIn; readonly frame: Frame }) {
  const word = words[frame.language].who;
  return (
    <>
      <Door {...word.ways[kind]} href={href} icon={icons[kind]} />
      {anew !== undefined && (
        <Door title={word.newAssociation} text={word.newAssociationText} href={anew} icon="plus" />
      )}
    </>
  );
}

interface DoorProps {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly icon: IconName;
}

function Door({ title, text, href, icon }: DoorProps) {
  return (
    <li>
      <a class="choice choice-plain" href={href}>
        <Icon name={icon} />
        <span>
          <b>{title}</b> <small>{text}</small>
        </span>
      </a>
    </li>
  );
}

/** Who is signed in for an association that may not act yet is told so, rather than asked again who they are. */
function NotAccepted({ frame: { member, language } }: Pick<WhoPageProps, "frame">) {
  if (member === null || member.acts) return null;
  const word = words[language].who.notAccepted;
  return (
    <CareNotice title={word.title(member.name)}>
      <p>{word.text}</p>
      <p>
        <a href="/association">{word.more}</a>
      </p>
    </CareNotice>
  );
}

/** The same form once more, for who came in elsewhere meanwhile. */
function SendAgain({ frame, sent }: { readonly frame: Frame; readonly sent: NonNullable<WhoPageProps["sent"]> }) {
  const word = words[frame.language].who;
  return (
    <form class="stack stack-3" method="post" action={sent.action}>
      <p>{word.againHint}</p>
      {Object.entries(sent.fields).flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <p>
        <button class="button" type="submit">
          {word.again}
        </button>
      </p>
    </form>
  );
}
