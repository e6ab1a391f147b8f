import { inflateSync } from 'node:zlib';

const channels: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [4, 2],
  [6, 4],
]);
const maxPixels = 4_000_000;
const header = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): Chunk[] | undefined {
  if (!png.subarray(0, 8).equals(header)) return undefined;
  const chunks: Chunk[] = [];
  let at = 8;
  while (at < png.length) {
    if (at + 12 > png.length) return undefined;
    const end = at + 12 + png.readUInt32BE(at);
    if (end > png.length) return undefined;
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end - 4) });
    at = end;
  }
  return chunks;
}

/**
 * Whether a PNG decodes, as a canvas makes them: eight bits, no palette, no interlacing. The PDF library decodes in the background and
 * ends the program at a picture that does not.
 */
function decodes(png: Buffer): boolean {
  const chunks = chunksOf(png);
  const [first] = chunks ?? [];
  if (!chunks || first?.type !== 'IHDR' || first.data.length !== 13 || chunks.at(-1)?.type !== 'IEND') return false;
  if (chunks.some(({ type }) => type === 'PLTE' || type === 'tRNS')) return false;
  const [width, height] = [first.data.readUInt32BE(0), first.data.readUInt32BE(4)];
  const [depth, colour = 3, , , interlaced] = first.data.subarray(8);
  const perPixel = channels.get(colour);
  if (depth !== 8 || perPixel === undefined || interlaced !== 0) return false;
  if (width === 0 || height === 0 || width * height > maxPixels) return false;
  const line = width * perPixel + 1;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const pixels = inflated(packed, line * height);
  return pixels?.length === line * height && everyLine(pixels, line, (filter) => filter <= 4);
}

function inflated(packed: Buffer, maxOutputLength: number): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength });
  } catch {
    return undefined;
  }
}

function everyLine(pixels: Buffer, line: number, holds: (filter: number) => boolean): boolean {
  for (let at = 0; at < pixels.length; at += line) if (!holds(pixels[at] ?? 255)) return false;
  return true;
}

interface Drawing {
  readonly kind: 'svg' | 'png';
  readonly bytes: Buffer;
}

function drawingOf(dataUrl: string): Drawing | undefined {
  const match = /^data:image\/(svg\+xml|png);base64,([A-Za-z0-9+/]+={0,2})$/u.exec(dataUrl);
  if (match?.[2] === undefined) return undefined;
  return { kind: match[1] === 'png' ? 'png' : 'svg', bytes: Buffer.from(match[2], 'base64') };
}

const looksLikeSvg = (text: string): boolean => /^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>].*<\/svg>\s*$/su.test(text);

/** Whether a signature, a data URL of an SVG or PNG, can be drawn on a form. That an SVG holds nothing but a drawing is not looked at. */
export function canDraw(dataUrl: string): boolean {
  const drawing = drawingOf(dataUrl);
  if (!drawing) return false;
  return drawing.kind === 'png' ? decodes(drawing.bytes) : looksLikeSvg(drawing.bytes.toString());
}

/** The signature as an element of a form. */
export function drawn(dataUrl: string, fit: readonly [width: number, height: number]): object | undefined {
  const drawing = drawingOf(dataUrl);
  if (!drawing || !canDraw(dataUrl)) return undefined;
  return drawing.kind === 'png' ? { image: dataUrl, fit } : { svg: drawing.bytes.toString(), fit };
}
