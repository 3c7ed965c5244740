import sharp, { type OutputInfo, type SharpOptions } from "sharp";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import {
  type Logo,
  type LogoFile,
  type LogoFormat,
  type LogoRefusal,
  largestLogo,
  logoLimits,
  logoSizes,
} from "./logo.ts";

sharp.concurrency(1);
sharp.cache(false);
// Of all that the library can open, only pictures made of pixels; no SVG, no PDF, and nothing by a file's name.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["Png", "Jpeg", "Webp", "Nsgif", "Heif"].map((kind) => `VipsForeignLoad${kind}Buffer`) });

/** Pixels, four bytes each. */
export interface Pixels {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

/** Larger than any size that is kept, so that each is made smaller from it. */
const side = 800;

/** The pixels of an upload, upright and without what the file says besides; or why it is not taken, before they are unpacked. */
export async function openUpload(bytes: Uint8Array): Promise<Outcome<Pixels, LogoRefusal>> {
  const head = await unlessBroken(() => sharp(bytes, { limitInputPixels: false }).metadata());
  if (head === null) return refused("logo-broken");
  if (head.width * head.height > logoLimits.pixels) return refused("logo-too-large");
  if (Math.min(head.width, head.height) < logoLimits.shortestSide) return refused("logo-too-small");
  const options: SharpOptions = { limitInputPixels: logoLimits.pixels, failOn: "error", autoOrient: true };
  const whole = sharp(bytes, options).resize(side, side, { fit: "inside" }).toColourspace("srgb").ensureAlpha();
  const pixels = await unlessBroken(() => whole.raw().toBuffer({ resolveWithObject: true }));
  if (pixels === null) return refused("logo-broken");
  return isEmpty(pixels) ? refused("logo-empty") : done(pixels);
}

function isEmpty({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 25) return false;
  return true;
}

/** What the library cannot read is a fault of the file. */
async function unlessBroken<Value>(read: () => Promise<Value>): Promise<Value | null> {
  return await read().catch(() => null);
}

/** Draws a logo on a square, in every size. One that fills its square stays whole; any other keeps clear of the edge, where pages cut a circle. */
export async function drawLogo({ data, info }: Pixels): Promise<Logo> {
  const ground = groundOf({ data, info });
  const inner = ground.needed || info.width !== info.height ? Math.round(side * 0.82) : side;
  const picture = sharp(data, { raw: rawOf(info) });
  // An empty border only makes it small.
  const inside = await (ground.needed ? picture.trim({ background: "#00000000", threshold: 25 }) : picture)
    .resize(inner, inner, { fit: "inside" })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const square = await sharp({ create: { width: side, height: side, channels: 3, background: ground.colour } })
    .composite([{ input: inside }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const files = logoSizes.map((size) => encode(square, size, "webp"));
  return { files: await Promise.all([...files, encode(square, largestLogo, "png")]) };
}

async function encode({ data, info }: Pixels, size: number, format: LogoFormat): Promise<LogoFile> {
  const small = sharp(data, { raw: rawOf(info) }).resize(size, size);
  const encoded = format === "png" ? small.png({ compressionLevel: 9 }) : small.webp({ quality: 88, effort: 5 });
  return { format, size, bytes: await encoded.toBuffer() };
}

const rawOf = ({ width, height, channels }: OutputInfo) => ({ width, height, channels });

interface Ground {
  readonly colour: string;
  /** Whether some of it shows through the picture. */
  readonly needed: boolean;
}

const white = "#ffffff";
const ink = "#2a1620";

/** What stands behind a logo: white; dark behind a light one; and where the picture has one colour all around, that. */
function groundOf({ data, info }: Pixels): Ground {
  let visible = 0;
  let light = 0;
  let clear = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    visible += alpha;
    light += (alpha * (0.2126 * red + 0.7152 * green + 0.0722 * blue)) / 255;
    if (alpha < 250) clear += 1;
  }
  if (clear * 400 > data.length / 4) return { colour: light > visible * 0.8 ? ink : white, needed: true };
  return { colour: edgeOf({ data, info }) ?? white, needed: false };
}

/** The one colour of the four corners; null where they differ. */
function edgeOf({ data, info: { width, height } }: Pixels): string | null {
  const corners = [0, width - 1, width * (height - 1), width * height - 1].map((at) => [
    ...data.subarray(at * 4, at * 4 + 3),
  ]);
  const [first = []] = corners;
  const alike = corners.every((corner) =>
    corner.every((value, channel) => Math.abs(value - (first[channel] ?? 0)) < 12),
  );
  return alike ? `#${Buffer.from(first).toString("hex")}` : null;
}
