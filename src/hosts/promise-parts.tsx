import type { Child } from "hono/jsx";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { Stamp } from "../web/stamp.tsx";
import { ownLanguage } from "../web/text-language.ts";
import type { Commitment, HostProfile } from "./host.ts";
import { FactList, MaybeLink, spoken } from "./parts.tsx";
import { label } from "./vocabularies.ts";
import { words } from "./words.ts";

interface PartProps {
  readonly profile: HostProfile;
  readonly frame: Frame;
}

/** What hosts say of each other's commitments, which this room does not know. */
export interface ReviewsShown {
  /** What others say of one commitment. */
  of(commitment: Commitment): Child;
  /** What they say of commitments that are worded otherwise now. */
  readonly others: Child;
  /** What our own host says of others. */
  readonly given?: Child;
}

interface CommitmentsProps extends PartProps {
  readonly now: Date;
  readonly reviews?: ReviewsShown | null;
}

export function Commitments({ profile, frame, now, reviews = null }: CommitmentsProps) {
  const word = words[frame.language];
  if (profile.commitments.length === 0) return null;
  return (
    <section aria-labelledby="commitments" class="stack">
      <h2 id="commitments">{word.commitments}</h2>
      <ul class="stack stack-5" {...spoken(profile.language, frame.language)}>
        {profile.commitments.map(({ claim, evidence, asOf, ...rest }) => (
          <li class="stack stack-2">
            <p class="icon-text">
              <Icon name={evidence === null ? "info" : "shield-check"} />
              <b>{claim}</b>
            </p>
            <p class="small soft">
              {evidence === null ? (
                word.noEvidence
              ) : (
                <>
                  {word.evidence} : <MaybeLink text={evidence} />
                </>
              )}
            </p>
            {asOf && <Stamp confirmed={asOf} now={now} language={frame.language} />}
            {reviews?.of({ claim, evidence, asOf, ...rest })}
          </li>
        ))}
      </ul>
      {reviews?.others}
    </section>
  );
}

/** Hosts that a host names in its own words, and the pages that they have at this site. */
export type KnownNames = ReadonlyMap<string, { readonly href: string; readonly name: string }>;

const nobody: KnownNames = new Map();

export function Limits({ profile, frame, known = nobody }: PartProps & { readonly known?: KnownNames }) {
  const word = words[frame.language];
  const lang = spoken(profile.language, frame.language);
  return (
    <>
      {profile.doesNot.length > 0 && (
        <section aria-labelledby="does-not" class="stack">
          <h2 id="does-not">{word.doesNot}</h2>
          <div class="does" {...lang}>
            <div class="does-not">
              <ul class="plain">
                {profile.doesNot.map((text) => (
                  <li>
                    <Icon name="x" />
                    <span>{text}</span>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        </section>
      )}
      {profile.referrals.length > 0 && (
        <section aria-labelledby="referrals" class="stack">
          <h2 id="referrals">{word.referrals}</h2>
          <p>{word.referralsText}</p>
          <ul class="list" {...lang}>
            {profile.referrals.map(({ to, why }) => (
              <li>
                <NamedHost text={to} known={known} />
                {why && (
                  <span class="soft" {...ownLanguage(why, profile.language)}>
                    {" "}
                    · {why}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** A host that another one names: by its page here, where it is known. */
function NamedHost({ text, known }: { readonly text: string; readonly known: KnownNames }) {
  const host = known.get(text);
  return host ? <a href={host.href}>{host.name}</a> : <MaybeLink text={text} />;
}

export function SolidarityPart({ profile, frame }: PartProps) {
  const word = words[frame.language];
  if (profile.solidarity === null) return null;
  const { who, notFor, how } = profile.solidarity;
  const named = (audiences: readonly string[]) =>
    audiences.map((audience) => label("audiences", audience, frame.language)).join(", ");
  return (
    <section aria-labelledby="solidarity" class="stack">
      <h2 id="solidarity">{word.solidarity}</h2>
      <FactList
        lines={[
          [word.solidarityWho, named(who)],
          [word.solidarityNot, named(notFor)],
          [
            word.solidarityHow,
            <span {...spoken(profile.language, frame.language)} {...ownLanguage(how, profile.language)}>
              {how}
            </span>,
          ],
        ]}
      />
    </section>
  );
}
