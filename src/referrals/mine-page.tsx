import { FactList } from "../hosts/parts.tsx";
import { Ending } from "../web/ending.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { Referred } from "./asker-parts.tsx";
import type { Referral } from "./referrals.ts";
import { words } from "./words.ts";

export interface MinePageProps {
  readonly frame: Frame;
  readonly referral: Referral;
  /** The address of this page, which only who asks has. */
  readonly link: string;
}

/** For somebody who wrote or called: whether what is theirs may be handed on to another host, and what came of it. */
export function MinePage({ frame, referral, link }: MinePageProps) {
  const { language } = frame;
  const word = words[language].mine;
  const host = frame.host?.name ?? "Essaim";
  const { asker, contact, message } = referral;
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead(host)}</p>
        </div>
        {contact !== null && (
          <section class="stack" aria-labelledby="said">
            <h2 class="like-h3" id="said">
              {word.said}
            </h2>
            <FactList
              lines={[
                [word.labels.asker, asker],
                [word.labels.contact, contact],
                [word.labels.message, message && <span class="news-text">{message}</span>],
              ]}
            />
          </section>
        )}
        <Referred referrals={[referral]} actionOf={() => link} language={language} />
        <Ending title={word.erase} text={word.eraseText(host)} button={word.eraseButton} to={`${link}/erasure`} />
      </div>
    </Layout>
  );
}
