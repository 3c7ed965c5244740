import type { ListedHost } from "../catalogue/catalogue.ts";
import { dateWords } from "../foundation/date-words.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { SelectField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { kindName, roleNames } from "./kind-words.ts";
import { drawNetwork } from "./network.ts";
import { NetworkPicture } from "./network-parts.tsx";
import type { ShownPartnership } from "./shown.ts";
import { words } from "./words.ts";

export interface NetworkPageProps {
  readonly frame: Frame;
  readonly partnerships: readonly ShownPartnership[];
  /** How many offers in the directory are given by several hosts together. */
  readonly joint: number;
  /** Every host that has a partner, by name. */
  readonly all: readonly ListedHost[];
  /** The host whose partnerships alone are shown; null for all. */
  readonly only: ListedHost | null;
  hrefOf(host: Pick<ListedHost, "own" | "origin">): string;
}

/** Who works with whom among the hosts that are shown here: drawn, and as a table. */
export function NetworkPage(props: NetworkPageProps) {
  const { frame, partnerships, all, only } = props;
  const { language } = frame;
  const word = words[language];
  const ways = [
    { href: "/", label: word.home },
    { href: "/directory", label: word.directory },
  ];
  const hosts = hostsIn(partnerships);
  return (
    <Layout
      frame={frame}
      title={word.title}
      description={word.description}
      canonical="/partners"
      here="directory"
      sheets={["drawings"]}
      unlisted={only !== null}
    >
      <div class="masthead masthead-plain">
        <div class="wrap stack">
          <Breadcrumb language={language} ways={ways} here={word.title} />
          <h1>{word.title}</h1>
          <p class="lead">{word.lead}</p>
          {partnerships.length > 0 && <p>{word.counts(partnerships.length, hosts.size)}</p>}
          {all.length > 2 && <Only {...props} />}
        </div>
      </div>
      {partnerships.length === 0 ? (
        <Nothing frame={frame} only={only} />
      ) : (
        <div class="wrap section split split-even">
          <Drawing {...props} hosts={hosts} />
          <Table {...props} />
        </div>
      )}
    </Layout>
  );
}

const hostsIn = (partnerships: readonly ShownPartnership[]): ReadonlyMap<string, ListedHost> =>
  new Map(partnerships.flatMap(({ one, other }) => [one, other].map((host) => [host.actor, host] as const)));

const keyOf = ({ origin }: Pick<ListedHost, "origin">): string => new URL(origin).host;

function Only({ frame, all, only }: NetworkPageProps) {
  const word = words[frame.language];
  const hosts = all.map((host) => ({ value: keyOf(host), label: host.profile.name }));
  return (
    <search>
      <form class="search" method="get" action="/partners">
        <div class="search-field">
          <SelectField
            {...{ name: "host", label: word.only, value: only === null ? "" : keyOf(only) }}
            options={[{ value: "", label: word.everybody }, ...hosts]}
          />
        </div>
        <button class="button" type="submit">
          {word.show}
        </button>
      </form>
    </search>
  );
}

function Nothing({ frame, only }: Pick<NetworkPageProps, "frame" | "only">) {
  const word = words[frame.language];
  return (
    <div class="wrap section">
      <div class="empty">
        <div class="stack stack-3">
          <h2 class="like-h3">{only === null ? word.none : word.noneOf(only.profile.name)}</h2>
          <p>{word.noneText}</p>
          <p>
            {only === null ? (
              <a class="button" href="/directory">
                {word.directory}
              </a>
            ) : (
              <a class="button" href="/partners">
                {word.seeAll}
              </a>
            )}
          </p>
        </div>
      </div>
    </div>
  );
}

type DrawingProps = NetworkPageProps & { readonly hosts: ReadonlyMap<string, ListedHost> };

function Drawing({ frame, partnerships, hosts, hrefOf }: DrawingProps) {
  const { language } = frame;
  const word = words[language];
  const drawn = new Map([...hosts].map(([actor, host]) => [actor, { ...host, name: host.profile.name }]));
  const network = drawNetwork(partnerships.map(({ one, other }) => ({ one: one.actor, other: other.actor })));
  return (
    <figure class="stack">
      <h2 class="like-h3">{word.picture}</h2>
      <NetworkPicture {...{ network, language, hrefOf }} hosts={drawn} />
      <figcaption class="small soft">{word.pictureNote}</figcaption>
    </figure>
  );
}

function Table({ frame: { language }, partnerships, joint, only, hrefOf }: NetworkPageProps) {
  const word = words[language];
  const { columns } = word;
  const Name = ({ host, roles }: { readonly host: ListedHost; readonly roles: readonly string[] }) => (
    <>
      <a href={hrefOf(host)}>{host.profile.name}</a>
      {roles.length > 0 && <p class="small soft">{roleNames(roles, language)}</p>}
    </>
  );
  return (
    <section class="stack" aria-labelledby="table">
      <h2 class="like-h3" id="table">
        {word.table}
      </h2>
      <table class="table table-stack table-lines">
        <thead>
          <tr>
            <th scope="col">{columns.one}</th>
            <th scope="col">{columns.other}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.since}</th>
          </tr>
        </thead>
        <tbody>
          {partnerships.map(({ one, other, kind, oneRoles, otherRoles, since }) => (
            <tr>
              <th scope="row">
                <Name host={one} roles={oneRoles} />
              </th>
              <td data-word={columns.other}>
                <Name host={other} roles={otherRoles} />
              </td>
              <td class="table-named" data-word={columns.what}>
                {kindName(kind, language)}
              </td>
              <td data-word={columns.since}>
                <time datetime={since.toISOString()}>{dateWords(since, language, "short")}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {joint > 0 && (
        <p>
          <a href="/directory?joint=yes">{word.joint(joint)}</a>
        </p>
      )}
      {only !== null && (
        <p>
          <a class="icon-text" href="/partners">
            <Icon name="partners" /> <span>{word.seeAll}</span>
          </a>
        </p>
      )}
    </section>
  );
}
