import type { Child } from "hono/jsx";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { hostPath } from "../directory/paths.ts";
import type { Language } from "../foundation/language.ts";
import { MaybeLink, spoken } from "../hosts/parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { Continuity } from "./continuity.ts";
import { words } from "./continuity-words.ts";

interface ContinuityProps {
  readonly continuity: Continuity;
  readonly language: Language;
}

/** What becomes of a host's users should it stop: who takes over, and whether both say so. Nothing where nobody has said anything. */
export function ContinuityPart({ continuity, language }: ContinuityProps) {
  const word = words[language];
  const { host, takenOverBy, takesOver, named } = continuity;
  if (takenOverBy.length + takesOver.length === 0 && named === null) return null;
  const { name } = host.profile;
  return (
    <section class="stack" aria-labelledby="continuity">
      <h2 id="continuity">{word.title}</h2>
      <ul class="plain stack stack-3">
        {takenOverBy.map((one) => (
          <Line agreed said={word.takenOver(name)} then={word.bothSay}>
            <HostLink host={one} language={language} />
          </Line>
        ))}
        {named && (
          <Line
            agreed={false}
            said={word.named(name)}
            then={word.notSaid(named.host?.profile.name ?? named.text.replace(/^https?:\/\//, ""))}
          >
            {named.host ? <HostLink host={named.host} language={language} /> : <MaybeLink text={named.text} />}
          </Line>
        )}
        {takesOver.map((one) => (
          <Line agreed said={word.takesOver(name)} then={word.bothSay}>
            <HostLink host={one} language={language} />
          </Line>
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly agreed: boolean;
  readonly said: string;
  readonly then: string;
  readonly children?: Child;
}

function Line({ agreed, said, then, children }: LineProps) {
  return (
    <li class="icon-text">
      <Icon name={agreed ? "handshake" : "info"} />
      <span>
        {said} <strong>{children}</strong>. <span class="soft">{then}</span>
      </span>
    </li>
  );
}

function HostLink({ host, language }: { readonly host: ListedHost; readonly language: Language }) {
  return (
    <a href={hostPath(host)} {...spoken(host.profile.language, language)}>
      {host.profile.name}
    </a>
  );
}

/** Beside an offer of a host that closes: who takes over, and the guide to leaving. */
export function SuccessorPart({ continuity, language }: ContinuityProps) {
  const { closing } = continuity.host.profile;
  if (closing === null) return null;
  return (
    <div class="stack stack-2">
      <After continuity={continuity} language={language} />
      {closing.exitGuide && (
        <p>
          <MaybeLink text={closing.exitGuide} label={words[language].guide} />
        </p>
      )}
    </div>
  );
}

/** Those who have agreed to take over; else whom the host names, who has not said so. */
function After({ continuity: { takenOverBy, named }, language }: ContinuityProps) {
  const word = words[language];
  const agreed = takenOverBy.length > 0;
  const after = agreed ? takenOverBy : named?.host ? [named.host] : [];
  if (after.length === 0 && named === null) return null;
  return (
    <p>
      {word.successor} {after.length === 0 && <MaybeLink text={named?.text ?? ""} />}
      {after.map((one) => (
        <strong>
          <HostLink host={one} language={language} />{" "}
        </strong>
      ))}
      {agreed ? (
        <span class="soft">{word.bothSay}</span>
      ) : (
        <span class="soft">{word.notSaid(after[0]?.profile.name ?? named?.text ?? "")}</span>
      )}
    </p>
  );
}
