import type { z } from "@hono/zod-openapi";
import type { JointOfferShape, NewJointOffer } from "./api-shapes.ts";

/** What is sent to propose a joint offer. */
export const jointAsked: z.input<typeof NewJointOffer> = {
  ...{ title: "A Nextcloud with training", slug: "nextcloud-formation", needs: ["file-sharing"] },
  summary: "Your files at La Pomme, and somebody of Le Rucher who trains you.",
  partners: [{ actor: "https://le-rucher.example/@le_rucher", roles: ["training", "support"] }],
  ...{ supportEntry: "https://le-rucher.example/@le_rucher", liability: "Each answers for its own part." },
  tiers: [{ title: "Association", price: { model: "flat", amount: "120.00", currency: "EUR", period: "year" } }],
};

const [pomme, rucher] = ["https://pomme.example", "https://le-rucher.example"];
const actors = [
  `${pomme}/ap/actors/0192f1a0-0000-7000-8000-000000000001`,
  `${rucher}/ap/actors/0192f2b0-0000-7000-8000-000000000001`,
] as const;

/** How it is shown, as long as its partner has not answered. */
export const jointShown: z.input<typeof JointOfferShape> = {
  ...{ id: "0192f3d0-0000-7000-8000-000000000001", kind: "offer", leading: true, state: "awaiting" },
  ...{ title: "A Nextcloud with training", slug: "nextcloud-formation", handle: "nextcloud_formation" },
  ...{
    url: `${pomme}/offers/nextcloud-formation`,
    version: "AgPPMX_KvGrLRUsZT6OLZ3ibFnUw1mwYj9vLIJobZ1c",
    inForce: null,
  },
  lead: { actor: actors[0], name: "La Pomme", page: `${pomme}/@la_pomme`, roles: ["lead"] },
  partners: [
    {
      ...{ actor: actors[1], name: "Le Rucher", page: `${rucher}/@le_rucher`, roles: ["training", "support"] },
      ...{ does: null, share: null, state: "invited", part: "open" },
    },
  ],
  ...{ invoicing: actors[0], supportEntry: actors[1], liability: "Each answers for its own part." },
  ...{ onLeaving: { mode: "suspend", words: null }, text: null, total: null, changed: "2026-11-27T10:00:00.000Z" },
};
