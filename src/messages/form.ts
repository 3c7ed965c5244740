import { z } from "zod";

const text = z.string().catch("");
// Far more than is sent, so that too long a text comes back whole; browsers send two signs for each end of a line.
const long = z
  .string()
  .max(100_000)
  .catch("")
  .transform((typed) => typed.replaceAll(/\r\n?/g, "\n"));

/** What comes from the form of an answer. */
export const AnswerForm = z.object({
  actor: text,
  text: long,
  language: text,
  seen: z.coerce.number().int().catch(-1),
  form: text,
  do: z.enum(["send", "preview"]).catch("send"),
});

/** What comes from the form that changes an answer. */
export const ChangeForm = z.object({
  text: long,
  version: z.coerce.number().int().catch(0),
});

export const RemarkForm = z.object({ remark: long });
export const AssigneeForm = z.object({ assignee: z.union([z.uuid(), z.literal("")]).catch("") });
/** The newest message that was there when somebody said that all is done. */
export const DoneForm = z.object({ latest: z.coerce.number().int().min(0).catch(0) });
export const ReportForm = z.object({ report: text, do: z.enum(["handle", "pass-on"]).catch("handle") });

/** How the list of conversations is asked for. */
export const ListQuery = z.object({
  show: z.enum(["open", "mine", "done", "all"]).catch("open"),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  done: z.string().optional(),
});
