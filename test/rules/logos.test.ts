import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Logo, LogoRefusal } from "../../src/hosts/logo.ts";
import { readLogo } from "../../src/hosts/logo-form.ts";
import { words } from "../../src/hosts/logo-words.ts";

const red = { r: 200, g: 20, b: 60 };
const plain = (width: number, height = width) => sharp({ create: { width, height, channels: 3, background: red } });
const fileOf = (bytes: Uint8Array | string, name = "logo.png", type = "image/png") =>
  new File([new Uint8Array(Buffer.from(bytes))], name, { type });

async function logoOf(bytes: Uint8Array): Promise<Logo> {
  const read = await readLogo(fileOf(bytes));
  if (!read.done) throw new Error(read.reason);
  return read.value;
}

async function refusalOf(bytes: Uint8Array | string, name?: string): Promise<LogoRefusal | null> {
  const read = await readLogo(fileOf(bytes, name));
  return read.done ? null : read.reason;
}

const largest = ({ files }: Logo) => Buffer.from(files.find(({ format }) => format === "png")?.bytes ?? []);

/** The colour at a place of the largest size, from 0 to 1. */
async function colourAt(logo: Logo, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(largest(logo)).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * info.channels;
  return [...data.subarray(at, at + 3)];
}

const near = (colour: readonly number[], wanted: readonly number[]) =>
  colour.every((value, channel) => Math.abs(value - (wanted[channel] ?? 0)) < 16);

/** PNG chunks by hand: a head that claims any size. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

describe("an uploaded logo", () => {
  test.each(["png", "jpeg", "webp", "gif", "avif"] as const)("may be %s, whatever its name says", async (format) => {
    const logo = await logoOf(await plain(200).toFormat(format).toBuffer());
    expect(near(await colourAt(logo, 0.5, 0.5), [200, 20, 60])).toBe(true);
  });

  test("is kept in square sizes for pages and one PNG for other servers", async () => {
    const { files } = await logoOf(await plain(300, 150).png().toBuffer());
    const found = await Promise.all(
      files.map(async ({ bytes, size, format }) => {
        const { width, height, format: really, exif, icc, xmp } = await sharp(bytes).metadata();
        return [
          format === really && size === width && size === height,
          `${format} ${size}`,
          exif ?? icc ?? xmp ?? null,
        ];
      }),
    );
    expect(found).toEqual(["webp 48", "webp 96", "webp 192", "webp 400", "png 400"].map((name) => [true, name, null]));
  });

  test("keeps nothing of where and with what it was taken", async () => {
    const taken = await plain(200)
      .withExif({ IFD0: { Artist: "Ada Secret" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 30/1" } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Ada Secret</x:xmpmeta>')
      .jpeg()
      .toBuffer();
    expect(taken.includes("Ada Secret")).toBe(true);
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    for (const { bytes } of (await logoOf(taken)).files) {
      expect(Buffer.from(bytes).includes("Ada Secret")).toBe(false);
      expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Exif|GPS|xmpmeta/);
    }
  });

  test("stands upright, as the camera was held", async () => {
    const blue = { r: 10, g: 40, b: 220 };
    const left = { input: { create: { width: 150, height: 300, channels: 3 as const, background: blue } } };
    const lying = await plain(300)
      .composite([{ ...left, left: 0, top: 0 }])
      .withExif({ IFD0: { Orientation: "6" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const logo = await logoOf(lying);
    // Turned by a quarter: what lay on the left is above.
    expect(near(await colourAt(logo, 0.5, 0.1), [10, 40, 220])).toBe(true);
    expect(near(await colourAt(logo, 0.5, 0.9), [200, 20, 60])).toBe(true);
  });

  test("of several frames is its first one", async () => {
    const frames = await Promise.all(
      [red, { r: 0, g: 0, b: 255 }].map((background) =>
        sharp({ create: { width: 120, height: 120, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    expect(near(await colourAt(await logoOf(moving), 0.5, 0.5), [200, 20, 60])).toBe(true);
  });

  test("that one sees through has a ground on which it is seen: white, or dark behind a light one", async () => {
    const sign = (colour: { r: number; g: number; b: number }) =>
      sharp({ create: { width: 200, height: 200, channels: 4, background: { ...colour, alpha: 0 } } })
        .composite([{ input: { create: { width: 60, height: 60, channels: 4, background: { ...colour, alpha: 1 } } } }])
        .png()
        .toBuffer();
    expect(await colourAt(await logoOf(await sign({ r: 90, g: 0, b: 90 })), 0, 0)).toEqual([255, 255, 255]);
    expect(await colourAt(await logoOf(await sign({ r: 255, g: 255, b: 255 })), 0, 0)).toEqual([0x2a, 0x16, 0x20]);
  });

  test("that is wide goes on in its own colour above and below", async () => {
    const logo = await logoOf(await plain(400, 120).png().toBuffer());
    expect(near(await colourAt(logo, 0.5, 0.02), [200, 20, 60])).toBe(true);
  });

  test("keeps nothing that hides behind the picture", async () => {
    const both = Buffer.concat([await plain(200).gif().toBuffer(), Buffer.from("<script>alert(1)</script>PK\x03\x04")]);
    for (const { bytes } of (await logoOf(both)).files) expect(Buffer.from(bytes).includes("<script>")).toBe(false);
  });
});

describe("a file is refused as a logo", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><script>alert(1)</script></svg>';

  test.each([
    ["plain", svg],
    ["after a declaration and a comment", `\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg>\n${svg}`],
    ["with a prefix", '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'],
  ])("when it is an SVG %s, even named .png", async (_, text) => {
    expect(await refusalOf(text)).toBe("logo-is-svg");
  });

  test("when it is an SVG in UTF-16", async () => {
    expect(await refusalOf(Buffer.from(`\ufeff${svg}`, "utf16le"))).toBe("logo-is-svg");
  });

  test("when it is no picture, or one that we do not read", async () => {
    expect(await refusalOf("<!doctype html><script>alert(1)</script>")).toBe("logo-not-a-picture");
    expect(await refusalOf("%PDF-1.7 …")).toBe("logo-not-a-picture");
    expect(await refusalOf(await plain(200).tiff().toBuffer())).toBe("logo-not-a-picture");
    expect(await refusalOf("")).toBe("logo-missing");
  });

  test("when it begins like a picture and is another thing", async () => {
    expect(await refusalOf(`GIF89a=1;${svg}`)).toBe("logo-broken");
    expect(await refusalOf(Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.from(svg)]))).toBe(
      "logo-broken",
    );
  });

  test("when it is cut off", async () => {
    const noise = await sharp(Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, i) => (i * 7919) % 256)), {
      raw: { width: 200, height: 200, channels: 3 },
    })
      .jpeg()
      .toBuffer();
    expect(await refusalOf(noise.subarray(0, noise.length / 2))).toBe("logo-broken");
  });

  test("when there is nothing to see on it", async () => {
    const clear = { create: { width: 200, height: 200, channels: 4 as const, background: { ...red, alpha: 0 } } };
    expect(await refusalOf(await sharp(clear).png().toBuffer())).toBe("logo-empty");
  });

  test("when it is too small to be seen, or too heavy", async () => {
    expect(await refusalOf(await plain(400, 95).png().toBuffer())).toBe("logo-too-small");
    expect(await refusalOf(await plain(96).png().toBuffer())).toBeNull();
    expect(await refusalOf(Buffer.alloc(5 * 1024 * 1024 + 1))).toBe("logo-too-heavy");
  });

  test("when a small file would unpack to more than memory should hold", async () => {
    const bomb = await plain(6_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(500_000);
    expect(await refusalOf(bomb)).toBe("logo-too-large");
    const head = Buffer.alloc(13);
    head.writeUInt32BE(60_000, 0);
    head.writeUInt32BE(60_000, 4);
    head.set([8, 2, 0, 0, 0], 8);
    const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
    const claim = Buffer.concat([
      signature,
      chunk("IHDR", head),
      chunk("IDAT", Buffer.alloc(20)),
      chunk("IEND", Buffer.alloc(0)),
    ]);
    expect(await refusalOf(claim)).toBe("logo-too-large");
  });

  test("and in both languages the reason says what to do", () => {
    for (const language of ["fr", "en"] as const)
      for (const sentence of Object.values(words[language].refusals)) expect(sentence).toMatch(/^.{40,}\.$/);
  });
});
