import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Language } from "../foundation/language.ts";
import { territoryName } from "../hosts/territories.ts";
import { type Association, mayAct } from "./associations.ts";
import { describeAssociation } from "./changes.ts";
import { longest, type ProfileField, readProfile } from "./form.ts";
import { findAssociationHandle, giveHandle } from "./handle-changes.ts";
import { type AssociationDeps, frameOf, type MemberEnv, readFields, showOwn } from "./member-parts.tsx";
import { ProfilePage, type ProfilePageProps } from "./profile-page.tsx";
import { sentencesOf } from "./registration-routes.tsx";

const path = "/association/profile";

/** `/association/profile`: what an association says of itself. */
export function profileRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>().get(path, (c) => show(deps, c)).post(path, (c) => save(deps, c));
}

async function save(deps: AssociationDeps, c: Context<MemberEnv>): Promise<Response> {
  const text = await readFields(c);
  const { association } = c.get("acting");
  const { language } = await frameOf(deps, c);
  const read = (field: ProfileField) => text(field, longest.read);
  const typed = {
    ...{ name: read("name"), presentation: read("presentation"), territory: read("territory") },
    ...{ sector: read("sector"), rna: read("rna"), siret: read("siret"), website: read("website") },
    public: read("public"),
  };
  const profile = readProfile(typed, language);
  if (!profile.done) return show(deps, c, { typed, wrong: sentencesOf(profile.reason, language) }, 422);
  const version = z.coerce.number().int().min(1).catch(0).parse(text("version", 20));
  const [now, { id }] = [deps.now(), association];
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const described = await describeAssociation(tx, { id, version }, profile.value, now);
    if (described.done && profile.value.public && mayAct(association)) {
      await giveHandle(tx, { id, name: profile.value.name }, now);
    }
    return described;
  });
  return outcome.done ? c.redirect(`${path}?done`, 303) : show(deps, c, { typed, conflict: true }, 409);
}

function typedOf(association: Association, language: Language): Readonly<Record<ProfileField, string>> {
  const { name, presentation, territory, sector, rna, siret, website } = association;
  return {
    ...{ name, presentation, sector: sector ?? "", rna: rna ?? "", siret: siret ?? "", website: website ?? "" },
    territory: territory === null ? "" : placeText(territory, language),
    public: association.public ? "yes" : "",
  };
}

// A name that several places have is written with its department: else it could not be read again.
function placeText(territory: string, language: Language): string {
  const [, department] = /^com:(\d{3}|\d[\dAB])/.exec(territory) ?? [];
  const name = territoryName(territory, language);
  if (department === undefined) return name;
  return `${name} (${/^9[78]/.test(territory.slice(4)) ? territory.slice(4, 7) : territory.slice(4, 6)})`;
}

async function show(
  deps: AssociationDeps,
  c: Context<MemberEnv>,
  more: Partial<ProfilePageProps> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const acting = c.get("acting");
  const frame = await frameOf(deps, c, path);
  const props: ProfilePageProps = {
    ...{ acting, frame, wrong: {}, conflict: false, done: c.req.query("done") !== undefined },
    typed: typedOf(acting.association, frame.language),
    handle: await findAssociationHandle(deps.db, acting.association.id),
    version: acting.association.version,
    ...more,
  };
  return showOwn(deps, c, <ProfilePage {...props} />, status);
}
