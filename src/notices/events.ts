import { z } from "zod";
import { domainEvent } from "../foundation/outbox.ts";

/** Somebody with an account of another server was told something that they should hear there, too. */
export const NoticeGiven = domainEvent("notice-given", { notice: z.uuid() });
export type NoticeGiven = z.infer<typeof NoticeGiven>;
