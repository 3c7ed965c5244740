import { z } from "zod";
import { noticeReasons, rhythms } from "./notices.ts";

const Reasons = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((sent) => noticeReasons.filter((one) => [sent].flat().includes(one)));

/** What the form of wishes sends: which reasons are ticked. */
export const WishesInput = z
  .object({ rhythm: z.enum(rhythms), reason: Reasons })
  .transform(({ rhythm, reason }) => ({ rhythm, muted: noticeReasons.filter((one) => !reason.includes(one)) }));

/** Up to when somebody has read. */
export const SeenInput = z.object({ until: z.iso.datetime().transform((text) => new Date(text)) });
