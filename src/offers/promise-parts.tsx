import { MaybeLink, spoken } from "../hosts/parts.tsx";
import { territoryWords } from "../hosts/territory-parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { NeedTerms } from "./need-parts.tsx";
import type { Offer, OfferContent } from "./offer.ts";
import { iconOfNeed } from "./parts.tsx";
import { words } from "./words.ts";

interface PartProps {
  readonly content: OfferContent;
  readonly language: Frame["language"];
}

export function Tags({ content, language }: PartProps) {
  const { audiences, territory, isolation } = content;
  if (audiences.length === 0 && territory === null && isolation === null) return null;
  return (
    <ul class="tags">
      {audiences.map((audience) => (
        <li class="tag">{label("audiences", audience, language)}</li>
      ))}
      {isolation && <li class="tag">{label("isolation", isolation, language)}</li>}
      {territory && (
        <li class="tag">
          <Icon name="map-pin" /> {territoryWords(territory, language)}
        </li>
      )}
    </ul>
  );
}

export function Needs({ content, language }: PartProps) {
  if (content.needs.length === 0) return null;
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{words[language].needs}</h2>
      <ul class="need-list gap-above">
        {content.needs.map((need) => (
          <li class="icon-text">
            <Icon name={iconOfNeed(need)} />
            <span>{label("needs", need, language)}</span>
          </li>
        ))}
      </ul>
      <NeedTerms needs={content.needs} language={language} />
    </section>
  );
}

export function DoesAndDoesNot({ content, language }: PartProps) {
  const word = words[language];
  const { does, doesNot, features, limits } = content;
  const written = does.length > 0 ? does : features;
  const detail = does.length > 0 ? features : [];
  if (written.length === 0 && doesNot.length === 0 && limits.length === 0) return null;
  const lang = spoken(content.language, language);
  return (
    <section aria-labelledby="does">
      <h2 id="does">{word.doesTitle}</h2>
      <div class="does gap-above">
        <div>
          <h3>{word.does}</h3>
          <Ticks items={written} icon="check" empty={word.nothingWritten} lang={lang} />
        </div>
        <div class="does-not">
          <h3>{word.doesNot}</h3>
          <Ticks items={[...doesNot, ...limits]} icon="x" empty={word.nothingWritten} lang={lang} />
        </div>
      </div>
      {detail.length > 0 && (
        <>
          <h3 class="gap-above">{word.features}</h3>
          <ul class="list gap-above" {...lang}>
            {detail.map((feature) => (
              <li>{feature}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Ticks({
  items,
  icon,
  empty,
  lang,
}: {
  readonly items: readonly string[];
  readonly icon: "check" | "x";
  readonly empty: string;
  readonly lang: { lang?: string };
}) {
  if (items.length === 0) return <p class="soft">{empty}</p>;
  return (
    <ul class="plain" {...lang}>
      {items.map((item) => (
        <li>
          <Icon name={icon} />
          <span>{item}</span>
        </li>
      ))}
    </ul>
  );
}

export function Remarks({
  content,
  language,
  supplemented,
}: PartProps & { readonly supplemented: Pick<Offer, "slug" | "content"> | null }) {
  const word = words[language];
  const { notes, requiresPartnerRole, url } = content;
  if (notes.length === 0 && requiresPartnerRole === null && url === null && supplemented === null) return null;
  return (
    <section aria-labelledby="remarks" class="stack">
      <h2 id="remarks">{notes.length > 0 ? word.notes : word.further}</h2>
      {supplemented && (
        <p>
          {word.addon} <a href={`/offers/${supplemented.slug}`}>{supplemented.content.title}</a>
        </p>
      )}
      {requiresPartnerRole && <p>{word.partner(label("partnershipRoles", requiresPartnerRole, language))}</p>}
      {notes.map((note) => (
        <p {...spoken(content.language, language)}>{note}</p>
      ))}
      {url && (
        <p>
          <MaybeLink text={url} label={word.more} />
        </p>
      )}
    </section>
  );
}
