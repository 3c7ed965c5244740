import { z } from "zod";
import type { Reader } from "../foundation/database.ts";
import { erasureKinds } from "./erasures.ts";
import { listErasures } from "./queries.ts";

const KeptErasure = z.strictObject({ id: z.guid(), kind: z.enum(erasureKinds), happened: z.iso.datetime() });

/** What was erased, as it stands beside the backups, so that an older one does not bring it back: ids alone. */
export const KeptList = z.strictObject({
  format: z.literal("essaim-erasures"),
  version: z.literal(1),
  origin: z.string(),
  erasures: z.array(KeptErasure).max(1_000_000),
});
export type KeptList = z.infer<typeof KeptList>;

/** The list as it stands now; with what an earlier one held besides, of this same instance. */
export async function keptListOf(reader: Reader, origin: string, earlier: KeptList | null): Promise<KeptList> {
  const now = await listErasures(reader, { limit: 1_000_000, offset: 0 });
  const before = earlier?.origin === origin ? earlier.erasures : [];
  const all = [...before, ...now.map((one) => ({ ...one, happened: one.happened.toISOString() }))];
  const erasures = [...new Map(all.map((one) => [one.id, one])).values()];
  return { format: "essaim-erasures", version: 1, origin, erasures };
}
