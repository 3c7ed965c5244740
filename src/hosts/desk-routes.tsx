import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv, DeskFrame } from "../web/desk.tsx";
import type { Difference } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { readSent } from "../web/sent.ts";
import { onceSent } from "../web/sent-forms.ts";
import { HostDeskPage } from "./desk-host-page.tsx";
import { PreviewPage, type SeenElsewhere } from "./desk-preview-page.tsx";
import { SectionPage } from "./desk-section-page.tsx";
import { factWords } from "./fact-words.ts";
import { type HostProfile, isHub, type KeptHost } from "./host.ts";
import { differencesIn } from "./profile-differences-parts.tsx";
import { formOf, type ProfileForm } from "./profile-fields-parts.tsx";
import type { Sent } from "./profile-form.ts";
import type { Speech } from "./profile-kinds.ts";
import { type Saved, saveSection, versionOf } from "./profile-saving.ts";
import { readSection, type SectionName, sectionNames, showSection } from "./profile-sections.ts";
import { needHost } from "./queries.ts";

export interface HostDeskDeps extends DeskDeps {
  followersOf(actor: string): Promise<number>;
  /** The host as other servers would show it, if it said this of itself. */
  seenElsewhere(profile: HostProfile): Promise<SeenElsewhere>;
}

/** `/admin/host…`: what the host says of itself, section by section. */
export function hostDesk(deps: HostDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/host", (c) => overview(deps, c))
    .get("/admin/host/preview", async (c) => preview(deps, c, await needHost(deps.db), null))
    .get(`/admin/host/:section{${sectionNames.join("|")}}`, async (c) => {
      const section = sectionOf(c);
      const [frame, host] = await Promise.all([deps.frameOf(c), needHost(deps.db)]);
      const sent = showSection(section, host.profile, speechIn(frame));
      return edit(c, { frame, host, section, form: formOf(frame.language, sent, firstSpare(sent)), typed: false });
    })
    .post(`/admin/host/:section{${sectionNames.join("|")}}`, (c) => send(deps, c));
}

const speechIn = ({ language }: Pick<DeskFrame, "language">): Speech => ({
  language,
  factNames: factWords[language].names,
});

const sectionOf = (c: Context): SectionName => {
  const section = sectionNames.find((name) => name === c.req.param("section"));
  if (section === undefined) throw new NotFound("no such section");
  return section;
};

async function overview(deps: HostDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const [frame, host] = await Promise.all([deps.frameOf(c), needHost(deps.db)]);
  const said = c.req.query("done");
  const done = said === "nothing" || said === "logo" ? said : (sectionNames.find((name) => name === said) ?? null);
  return showDeskPage(c, <HostDeskPage frame={frame} host={host} done={done} />);
}

interface Editing {
  readonly frame: DeskFrame;
  readonly host: KeptHost;
  readonly section: SectionName;
  readonly form: ProfileForm;
  /** False as long as nobody has typed anything. */
  readonly typed?: boolean;
  /** Of what the form was filled from, where that is not what stands now. */
  readonly version?: string | undefined;
  readonly differences?: readonly Difference[];
}

function edit(c: Context<DeskEnv>, { frame, host, section, form, ...rest }: Editing, status: 200 | 409 | 422 = 200) {
  const { version = versionOf(host, section, speechIn(frame)), differences = [], typed = true } = rest;
  const props = { frame: { ...frame, path: `/admin/host/${section}` }, section, form, version, differences, typed };
  return showDeskPage(c, <SectionPage {...props} hub={isHub(host.profile)} />, status);
}

async function send(deps: HostDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const section = sectionOf(c);
  const [sent, frame, host] = await Promise.all([readSent(c), deps.frameOf(c), needHost(deps.db)]);
  const wanted = sent["do"]?.[0];
  // Back to writing, a colleague's change is still to be noticed: the form keeps the version that it was filled from.
  const again = { frame, host, section, version: sent["version"]?.[0] };
  if (wanted === "more") return edit(c, { ...again, form: formOf(frame.language, sent, 3) });
  if (wanted === "edit") return edit(c, { ...again, form: formOf(frame.language, sent, 0) });
  if (wanted !== "preview") return save(deps, c, { frame, section, sent });
  const read = readSection(section, sent, host.profile, speechIn(frame));
  if (Object.keys(read.wrong).length > 0)
    return edit(c, { ...again, form: formOf(frame.language, sent, 0, read) }, 422);
  const { do: _, ...typed } = sent;
  return preview(deps, c, { ...host, profile: read.profile }, { section, sent: typed });
}

interface Sending {
  readonly frame: DeskFrame;
  readonly section: SectionName;
  readonly sent: Sent;
}

async function save(deps: HostDeskDeps, c: Context<DeskEnv>, { frame, section, sent }: Sending) {
  const [person, now, speech] = [c.get("person"), deps.now(), speechIn(frame)];
  const wanted = { section, sent, version: sent["version"]?.[0] ?? "", speech, by: person, now };
  let saved: Saved = { how: "saved" };
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, { form: sent["form"]?.[0] ?? "", account: person.id, now }, async () => {
      saved = await saveSection(tx, wanted);
      if (saved.how === "saved" || saved.how === "untouched")
        return `/admin/host?done=${saved.how === "saved" ? section : "nothing"}`;
      return null;
    }),
  );
  if (path !== null) return c.redirect(path, 303);
  return unsaved(c, saved, { frame, section, sent });
}

function unsaved(c: Context<DeskEnv>, saved: Saved, { frame, section, sent }: Sending): Response | Promise<Response> {
  const { language } = frame;
  if (saved.how === "refused")
    return edit(c, { frame, section, host: saved.host, form: formOf(language, sent, 0, saved.read) }, 422);
  if (saved.how !== "conflict") throw new Error(`a form that was ${saved.how} has no page`);
  const differences = differencesIn(sent, showSection(section, saved.host.profile, speechIn(frame)), language);
  return edit(c, { frame, section, host: saved.host, form: formOf(language, sent, 0), differences }, 409);
}

async function preview(
  deps: HostDeskDeps,
  c: Context<DeskEnv>,
  host: KeptHost,
  pending: { readonly section: SectionName; readonly sent: Sent } | null,
): Promise<Response> {
  const [frame, followers, seen] = await Promise.all([
    deps.frameOf(c),
    deps.followersOf(host.id),
    deps.seenElsewhere(host.profile),
  ]);
  return showDeskPage(c, <PreviewPage {...{ frame, host, followers, seen, pending, now: deps.now() }} />);
}

/** Empty rows: a few under a list that is empty, one under others. */
function firstSpare(sent: Sent): number {
  return Object.keys(sent).some((name) => /\.\d+\./.test(name)) ? 1 : 2;
}
