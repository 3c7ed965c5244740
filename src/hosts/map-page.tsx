import { feedNames, feeds } from "../web/feeds.ts";
import { type Frame, Layout } from "../web/layout.tsx";
import { words as webWords } from "../web/words.ts";
import { instanceName } from "./handles.ts";
import { words } from "./statement-words.ts";

interface Link {
  readonly href: string;
  readonly label: string;
}

/** Every public page, by name. */
export function MapPage({ frame, offers }: { readonly frame: Frame; readonly offers: readonly Link[] }) {
  const word = words[frame.language].map;
  const web = webWords[frame.language];
  const { host } = frame;
  if (host === null) return null;
  const accounts = [
    { href: `/@${host.handle}`, label: `@${host.handle}` },
    ...(host.availabilityHandle === null
      ? []
      : [{ href: `/@${host.availabilityHandle}`, label: `@${host.availabilityHandle}` }]),
    { href: `/@${instanceName}`, label: `@${instanceName}` },
  ];
  const programs = [
    { href: "/api", label: web.api },
    ...feedNames.map((feed) => ({ href: feeds[feed], label: web.feeds[feed](host.name) })),
  ];
  return (
    <Layout frame={frame} title={word.title} canonical="/about/map">
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
        </div>
        <Links
          title={word.host}
          links={[
            { href: "/", label: word.home },
            { href: "/about", label: web.about },
          ]}
        />
        <Links
          title={web.directory}
          links={[
            { href: "/directory", label: word.search },
            { href: "/directory/map", label: word.territories },
            { href: "/partners", label: word.partners },
          ]}
        />
        <Links title={web.funding} links={[{ href: "/funding", label: word.funding }]} />
        {offers.length > 0 && <Links title={word.offers} links={offers} />}
        <Links title={word.accounts} links={accounts} />
        <Links title={word.site} links={aboutLinks(frame)} />
        <Links title={word.files} links={programs} />
      </div>
    </Layout>
  );
}

function aboutLinks({ language }: Frame): readonly Link[] {
  const { access, sober, map } = words[language];
  return [
    { href: "/about/words", label: map.wordsPage },
    { href: "/about/accessibility", label: access.title },
    { href: "/about/sobriety", label: sober.title },
    { href: "/about/design", label: map.design },
    { href: "/admin", label: map.desk },
  ];
}

function Links({ title, links }: { readonly title: string; readonly links: readonly Link[] }) {
  return (
    <section>
      <h2 class="like-h3">{title}</h2>
      <ul class="list gap-above">
        {links.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
