import type { Child } from "hono/jsx";
import { asset } from "./assets.ts";
import { Icon } from "./icon.tsx";
import { type Frame, Layout } from "./layout.tsx";
import { type PageStatus, words } from "./words.ts";

export interface ErrorPageProps {
  readonly frame: Frame;
  readonly status: PageStatus;
  /** What happened here, where more is known than the number says. */
  readonly title?: string;
  readonly text?: string;
  /** Ways on that fit better than the usual ones; the first is the page's main action. */
  readonly ways?: readonly Way[];
  /** What to quote when writing to the host, and to whom. */
  readonly reference?: string;
  readonly children?: Child;
}

export interface Way {
  readonly href: string;
  readonly label: string;
}

/** A page that is not there, or no longer, or not for this person, or broken: what happened, and where to go instead. */
export function ErrorPage({ frame, status, title, text, ways, reference }: ErrorPageProps) {
  const word = words[frame.language];
  const usual = word.errors[status];
  const onward = ways ?? usualWays(frame);
  const [first, ...rest] = onward;
  return (
    <Layout frame={frame} title={title ?? usual.title} unlisted>
      <div class="wrap section">
        <div class="split split-even">
          <div class="stack stack-5">
            <h1>{title ?? usual.title}</h1>
            <p class="lead">{text ?? usual.text}</p>
            {first && (
              <p>
                <a class="button button-main" href={first.href}>
                  {first.label} <Icon name="arrow-right" />
                </a>
              </p>
            )}
            {rest.length > 0 && (
              <div>
                <h2 class="like-h4">{word.youAreLost}</h2>
                <ul class="list gap-above">
                  {rest.map(({ href, label }) => (
                    <li>
                      <a href={href}>{label}</a>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <p class="small soft">
              {word.errorNumber(status)}
              {reference !== undefined && (
                <>
                  {" "}
                  {word.trouble} <code>{reference}</code>.
                </>
              )}
            </p>
          </div>
          <img class="error-picture" src={asset("img/lost.svg")} alt="" width="300" height="200" />
        </div>
      </div>
    </Layout>
  );
}

function usualWays(frame: Frame): readonly Way[] {
  const word = words[frame.language];
  const home = { href: "/", label: word.goHome };
  if (frame.host === null) return [home];
  const offers = frame.host.hub ? [] : [{ href: "/#offers", label: word.seeOffers }];
  const directory = { href: "/directory", label: word.findHost };
  return [home, ...offers, directory, { href: "/about", label: word.readAbout }];
}
