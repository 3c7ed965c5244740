import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { settingsFor, succeed } from "../support/lived-in.ts";
import { essaim, type Settings, startServer } from "../support/processes.ts";

let folder = "";
let settings: Settings & { readonly ORIGIN: string };
let drop: () => Promise<void>;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-test-files-"));
  const database = await freshDatabase();
  drop = database.drop;
  settings = await settingsFor(folder, database.url);
  await writeFile(file("password"), "un bocal de cornichons bleus\n");
  const who = ["--admin-email", "ada@example.org", "--admin-password-file", file("password")];
  await succeed(settings, "setup", "--name", "La Pomme", "--handle", "la_pomme", ...who, "--territory", "dep:69");
  await sharp({ create: { width: 200, height: 200, channels: 3, background: "#aa0000" } })
    .png()
    .toFile(file("logo.png"));
});

afterAll(async () => {
  await drop();
  await rm(folder, { recursive: true });
});

test("a logo is set and removed from the command line, and one that cannot be is refused with what to do", async () => {
  const set = JSON.parse(await succeed(settings, "--json", "logo", "set", file("logo.png")));
  expect(set.files).toHaveLength(5);
  expect(set.files[0].url).toMatch(new RegExp(`^${settings.ORIGIN}/pictures/[0-9a-f]{64}\\.webp$`));
  await writeFile(file("drawing.png"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  const refused = await essaim(["logo", "set", file("drawing.png")], settings);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toContain("Export it as PNG");
  expect((await essaim(["logo", "set", file("nothing.png")], settings)).code).toBe(2);
  expect(await succeed(settings, "logo", "remove")).toContain("the emblem is back");
  expect(await succeed(settings, "logo", "remove")).toContain("There was no logo");
});

test.runIf(process.platform === "linux")(
  "a server loads what reads and draws pictures only once it is asked to",
  async () => {
    await using server = startServer(settings);
    await server.printed(/Essaim answers/);
    const loaded = async () => {
      const files = await readFile(`/proc/${server.pid}/maps`, "utf8");
      return ["libvips", "resvgjs"].filter((library) => files.includes(library));
    };
    const html = await (await fetch(settings.ORIGIN)).text();
    await fetch(`${settings.ORIGIN}/about`);
    expect(await loaded()).toEqual([]);
    const [, card = ""] = /property="og:image" content="([^"]+)"/.exec(html) ?? [];
    expect((await fetch(card)).headers.get("content-type")).toBe("image/png");
    expect(await loaded()).toEqual(["resvgjs"]);
  },
);
