import type { Context } from "hono";

/** The texts that a form sent, by the names of its fields; files are read apart. */
export async function readSent(c: Context): Promise<Readonly<Record<string, readonly string[]>>> {
  const form = await c.req.parseBody({ all: true });
  const entries = Object.entries(form).map(([name, value]) => {
    const texts = [value].flat().filter((one): one is string => typeof one === "string");
    return [name, texts] as const;
  });
  return Object.fromEntries(entries.filter(([, texts]) => texts.length > 0));
}
