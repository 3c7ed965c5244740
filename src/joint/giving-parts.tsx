import type { Giver } from "../offers/joint-parts.tsx";
import type { JointInvitation, JointPaper, Named } from "./joint.ts";

/** All who give something that our host leads, our host first; each with its own page. */
export function giversLed({ partners }: Pick<JointPaper, "partners">, own: Named): readonly Giver[] {
  return [giverOf(own), ...partners.map((partner) => ({ ...giverOf(partner), closed: partner.part === "closed" }))];
}

/** The same of something that another leads, as it last showed it. */
export function giversAsked({ lead, partners, terms }: JointInvitation, own: Named): readonly Giver[] {
  const named = new Map([own, lead, ...partners].map((one) => [one.actor, one]));
  const actors = [lead.actor, ...terms.parts.map(({ actor }) => actor).filter((actor) => actor !== lead.actor)];
  return actors.map((actor) => giverOf(named.get(actor) ?? { actor, name: actor, page: actor }));
}

const giverOf = ({ actor, name, page }: Named): Giver => ({ actor, name, href: page });
