import { dateWords } from "../../src/foundation/date-words.ts";
import type { Closing } from "../../src/hosts/host.ts";
import { hostHandle, type Local } from "../actors/local.ts";
import { escapeHtml, link, paragraphs } from "../vocabulary/html.ts";
import { spreadHost } from "./offers.ts";
import { sayNews, type Words } from "./saying.ts";
import type { Telling } from "./telling.ts";
import { words } from "./words.ts";

/** The host closes: its own account says when, and what comes after. Where it has taken that back meanwhile, nothing is said. */
export async function tellClosing(telling: Telling): Promise<void> {
  const { local } = telling;
  const { closing } = local.host.profile;
  await spreadHost(telling);
  if (closing !== null) await sayNews(telling, hostHandle(local), "announcement", closingNews(local, closing));
}

/** The host stays open after all. */
export async function tellStaying(telling: Telling): Promise<void> {
  const { local } = telling;
  await spreadHost(telling);
  if (local.host.profile.closing !== null) return;
  const content = `<p><strong>${escapeHtml(words[local.language].stays)}</strong></p>${pageOf(local)}`;
  await sayNews(telling, hostHandle(local), "announcement", { content, hashtags: [], context: null });
}

/** "We close on 31 March 2027", with what users need to know. */
export function closingNews(local: Local, { ends, successor, exitGuide, notice }: Closing): Words {
  const { weClose, line, after, guide } = words[local.language];
  const linked = (text: string) => (/^https?:\/\/\S+$/.test(text) ? link(text) : escapeHtml(text));
  const lines = [
    ...(successor === null ? [] : [line(escapeHtml(after), linked(successor))]),
    ...(exitGuide === null ? [] : [line(escapeHtml(guide), linked(exitGuide))]),
  ];
  const title = `<p><strong>${escapeHtml(weClose(dateWords(ends, local.language)))}</strong></p>`;
  const more = lines.length === 0 ? "" : `<p>${lines.join("<br>")}</p>`;
  return { content: title + paragraphs(notice ?? "") + more + pageOf(local), hashtags: [], context: null };
}

const pageOf = ({ origin }: Local): string => `<p>${link(`${origin}/about`)}</p>`;
