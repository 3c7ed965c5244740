import { z } from "zod";
import { dateWords } from "../foundation/date-words.ts";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { count } from "../web/money.ts";
import sobriety from "./data/sobriety.json" with { type: "json" };
import type { Host } from "./host.ts";
import { contactLink } from "./parts.tsx";
import { words } from "./statement-words.ts";

/** Of the 106 criteria of `docs/accessibility.md`: how many apply here, and how many of these are met. */
export const criteria = { asked: 79, held: 78 } as const;
const stated = "2026-11-26";

interface StatementProps {
  readonly frame: Frame;
  readonly host: Host;
}

/** How far these pages can be used by everyone, and whom to write to where they cannot. */
export function AccessPage({ frame, host }: StatementProps) {
  const word = words[frame.language].access;
  const contact = contactLink(host.profile.contact);
  return (
    <Layout frame={frame} title={word.title} canonical="/about/accessibility">
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead(host.profile.name)}</p>
          <p>{word.commitment(host.profile.name, frame.origin)}</p>
        </div>
        <Part title={word.state} text={word.stateText(criteria.held, criteria.asked)} />
        <Part title={word.missing} items={word.missingItems} />
        <Part title={word.tested} text={word.testedText} />
        <section class="stack stack-3">
          <h2 class="like-h3">{word.contact}</h2>
          <p>{contact === null ? word.noContact : word.contactText}</p>
          {contact !== null && (
            <p>
              <a class="button button-main" href={contact}>
                {host.profile.name} <Icon name="envelope-simple" />
              </a>
            </p>
          )}
        </section>
        <section class="stack stack-3">
          <h2 class="like-h3">{word.defender}</h2>
          <p>
            {word.defenderText} <a href="https://www.defenseurdesdroits.fr/">{word.defenderLink}</a>
          </p>
        </section>
        <p class="small soft">{word.made(dateWords(stated, frame.language))}</p>
      </div>
    </Layout>
  );
}

const Weighed = z.object({
  measured: z.iso.date(),
  pages: z.array(
    z.object({ page: z.enum(["home", "offer", "about"]), bytes: z.int(), requests: z.int(), elements: z.int() }),
  ),
});
const weighed = Weighed.parse(sobriety);

/** What the pages weigh, as `npm run sobriety` measured it. */
export function SobrietyPage({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language].sober;
  return (
    <Layout frame={frame} title={word.title} canonical="/about/sobriety">
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        <Weights frame={frame} />
        <Part title={word.choices} items={word.choiceItems} />
        <p class="small soft">
          {word.again} <code>npm run sobriety</code>.
        </p>
        <p>
          <a href="/about/map">{words[frame.language].map.title}</a>
        </p>
      </div>
    </Layout>
  );
}

function Weights({ frame: { language } }: { readonly frame: Frame }) {
  const word = words[language].sober;
  return (
    <table class="table table-stack">
      <caption class="small soft">{word.measured(dateWords(weighed.measured, language))}</caption>
      <thead>
        <tr>
          <th scope="col">{word.page}</th>
          <th scope="col">{word.weight}</th>
          <th scope="col">{word.requests}</th>
          <th scope="col">{word.elements}</th>
        </tr>
      </thead>
      <tbody>
        {weighed.pages.map(({ page, bytes, requests, elements }) => (
          <tr>
            <th scope="row">{word.pages[page]}</th>
            <td class="table-named" data-word={word.weight}>
              {word.kilobytes(count(Math.round(bytes / 1_000), language))}
            </td>
            <td class="table-named" data-word={word.requests}>
              {requests}
            </td>
            <td class="table-named" data-word={word.elements}>
              {elements}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PartProps {
  readonly title: string;
  readonly text?: string;
  readonly items?: readonly string[];
}

function Part({ title, text, items }: PartProps) {
  return (
    <section class="stack stack-3">
      <h2 class="like-h3">{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {items && (
        <ul class="list">
          {items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
