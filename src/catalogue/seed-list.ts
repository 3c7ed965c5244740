import { z } from "zod";

/** A list of instances: `{"data":[{"host":"essaim.example.org"}]}`, as other networks publish theirs. */
const SeedList = z.object({ data: z.array(z.object({ host: z.string().trim().min(1).max(300) })).max(5_000) });

/** The origins that a list names, each once; null for what is no such list. What is no address is passed over. */
export function readSeedList(document: unknown): readonly string[] | null {
  const list = SeedList.safeParse(document);
  return list.success ? [...new Set(list.data.data.flatMap(({ host }) => originOf(host) ?? []))] : null;
}

/** The origin of an instance: a bare name means https. */
export function originOf(host: string): string | null {
  const address = /^https?:\/\//i.test(host) ? host : `https://${host}`;
  if (!URL.canParse(address)) return null;
  const { origin, username, hostname } = new URL(address);
  return username === "" && hostname !== "" ? origin : null;
}
