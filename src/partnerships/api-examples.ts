import type { z } from "@hono/zod-openapi";
import type { PartnershipShape } from "./api-shapes.ts";
import type { PartnershipInput } from "./form.ts";

type Shown = z.input<typeof PartnershipShape>;

/** What is sent to ask another host. */
export const partnershipAsked: z.input<typeof PartnershipInput> = {
  to: "@mille_sabots@mille-sabots.example",
  ...{ kind: "joint-offer", rolesOffered: ["hosting"], rolesWanted: ["training"] },
  message: "We host, you train: shall we offer that together?",
};

const [pomme, sabots] = ["https://pomme.example", "https://mille-sabots.example"];
const [own, other] = [
  `${pomme}/ap/actors/0192f1a0-0000-7000-8000-000000000002`,
  `${sabots}/ap/actors/0192f1a0-0000-7000-8000-000000000003`,
];
const id = "5c1d2e0b-7f0e-4b7c-9a52-0b4e0d8c3a22";
const instant = "2026-11-24T10:00:00.000Z";

const sent: Shown = {
  ...{ id, kind: "joint-offer", state: "sent", waitsFor: "their-answer", from: own, to: other },
  ...{ rolesOffered: ["hosting"], rolesWanted: ["training"], message: partnershipAsked.message ?? "" },
  other: { actor: other, name: "Mille Sabots", url: `${sabots}/@mille_sabots` },
  ...{ relationship: `${pomme}/ap/relationships/${id}`, theirs: null, shown: true, theirShown: null, public: false },
  ...{ counters: null, batch: null, about: null, fromUnknown: false, reason: null, expires: null },
  ...{ asked: instant, answered: null, ended: null, changed: instant },
};
const theirs = `${sabots}/ap/relationships/0b4e0d8c-7f0e-4b7c-9a52-5c1d2e0b3a22`;
const received: Shown = {
  ...sent,
  state: "received",
  waitsFor: "our-answer",
  from: other,
  to: own,
  theirs,
  theirShown: true,
};
const accepted: Shown = { ...received, state: "accepted", waitsFor: "nothing", public: true, answered: instant };

/** How a partnership is shown, as each call leaves it. */
export const partnershipShown = {
  ...{ sent, received, accepted },
  declined: {
    ...received,
    state: "declined",
    waitsFor: "nothing",
    reason: "Not this year.",
    answered: instant,
    ended: instant,
  },
  counter: { ...sent, counters: "9a525c1d-7f0e-4b7c-8a52-0b4e0d8c3a22" },
  withdrawn: { ...sent, state: "withdrawn", waitsFor: "nothing", ended: instant },
  ended: { ...accepted, state: "ended", public: false, ended: instant },
} satisfies Readonly<Record<string, Shown>>;
