import { Hono } from "hono";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { Language } from "../foundation/language.ts";
import type { JointTerms } from "../offers/joint-terms.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { readSent } from "../web/sent.ts";
import { changeJoint } from "./changes.ts";
import { faultOf, partnerFault } from "./desk-beginning-parts.tsx";
import { doAtDesk, findOwn, type JointContext, type JointDeskDeps } from "./desk-doing-parts.tsx";
import { needPaper } from "./desk-needs-parts.tsx";
import { paperPath, writes } from "./desk-parts.tsx";
import { partsIn, readTerms, type Sent, sentTerms, textOf } from "./desk-terms-form.ts";
import { TermsPage } from "./desk-terms-page.tsx";
import { words } from "./desk-words.ts";
import type { JointPaper, JointRefusal, Named } from "./joint.ts";
import { guessRoles, listKnownHosts } from "./naming.ts";

const path = "/admin/joint/:id{[0-9a-f-]{36}}/terms";

/** `/admin/joint/ID/terms`: who does what, written by the lead. */
export function termsDesk(deps: JointDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(path, async (c) => {
      const paper = await needPaper(deps, c);
      if (!writes(await deps.frameOf(c)) || paper.state === "withdrawn") return c.redirect(paperPath(paper.id), 303);
      return show(deps, c, { paper, sent: sentTerms(paper.terms), wrong: {} });
    })
    .post(path, needsRole("editor"), (c) => save(deps, c));
}

interface Shown {
  readonly paper: JointPaper;
  readonly sent: Sent;
  readonly wrong: Wrong;
  readonly status?: 200 | 409 | 422;
}

async function show(deps: JointDeskDeps, c: JointContext, { status = 200, ...shown }: Shown): Promise<Response> {
  const [frame, own, known] = [await deps.frameOf(c), await findOwn(deps), await listKnownHosts(deps.db)];
  const done = c.req.query("done") ?? null;
  return showDeskPage(c, <TermsPage {...{ frame, own, known, done, ...shown }} />, status);
}

async function save(deps: JointDeskDeps, c: JointContext): Promise<Response> {
  const [paper, sent] = [await needPaper(deps, c), await readSent(c)];
  const own = await findOwn(deps);
  const { language } = await deps.frameOf(c);
  const word = words[language];
  const read = readTerms(sent, own.actor);
  if (!read.done) return show(deps, c, { paper, sent, wrong: faultWords(read.reason, language), status: 422 });
  if (textOf(sent, "version") !== paper.version)
    return show(deps, c, {
      paper,
      sent: { ...sent, version: [paper.version] },
      wrong: { text: word.terms.meanwhile },
      status: 409,
    });
  const { added, fault } = await readAdded(deps, sent, own, paper);
  if (fault !== null) {
    const wrong = { add: partnerFault(fault, textOf(sent, "add"), language) };
    return show(deps, c, { paper, sent, wrong, status: 422 });
  }
  const terms = await withAdded(deps, read.value, added);
  const done = await doAtDesk(deps, c, {
    ...{ form: "", deed: "joint-terms-changed" },
    async work(tx, deed) {
      const changed = await changeJoint(tx, paper.id, { terms, hosts: added ? [added] : [] }, deed);
      if (!changed.done) return changed;
      const next = added === null ? `${paperPath(paper.id)}?done=saved` : `${paperPath(paper.id, "terms")}?done=saved`;
      return { done: true, value: { subject: changed.value.title, path: next } };
    },
  });
  if ("path" in done) return c.redirect(done.path, 303);
  return show(deps, c, { paper, sent, wrong: refusalWords(done.refused, sent, language), status: 422 });
}

async function readAdded(deps: JointDeskDeps, sent: Sent, own: Named, { terms }: JointPaper) {
  const typed = textOf(sent, "add").slice(0, 300);
  if (typed === "") return { added: null, fault: null };
  const found = await deps.findPartner(typed);
  return { added: found, fault: faultOf(found, terms.parts, own.actor) };
}

async function withAdded({ db }: JointDeskDeps, terms: JointTerms, added: Named | null): Promise<JointTerms> {
  if (added === null) return terms;
  const part = { actor: added.actor, roles: await guessRoles(db, added.actor), share: null, does: null };
  // What each gets no longer adds up: it is said anew with the one who comes.
  return { ...terms, parts: [...terms.parts.map((one) => ({ ...one, share: null })), part] };
}

function faultWords(
  faults: Readonly<Record<string, keyof (typeof words)["fr"]["terms"]["faults"]>>,
  language: Language,
) {
  const { faults: said } = words[language].terms;
  return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, said[fault]]));
}

/** What the whole of the terms lacks, beside the field where it is mended. */
function refusalWords(reason: JointRefusal, sent: Sent, language: Language): Wrong {
  const first = partsIn(sent)[0] ?? 0;
  const bare = partsIn(sent).find(
    (at) => (sent[`roles-${at}`] ?? []).length === 0 && textOf(sent, `does-${at}`) === "",
  );
  const fields: Partial<Record<JointRefusal, string>> = {
    ...{ "roles-missing": `roles-${bare ?? first}`, "no-partner": "add", "too-many-partners": "add" },
    ...{ "split-mixed": `share-${first}`, "split-differs": "total", "percent-differs": `share-${first}` },
  };
  return { [fields[reason] ?? "text"]: words[language].refusals[reason] };
}
