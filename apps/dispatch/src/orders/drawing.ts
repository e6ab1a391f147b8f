const maxBytes = 200 * 1024;
const maxPixels = 4_000_000;

const dataUrl = /^data:image\/(svg\+xml|png);base64,([A-Za-z0-9+/]+={0,2})$/u;

const number = String.raw`-?(?:\d+(?:\.\d*)?|\.\d+)(?:e-?\d+)?`;
const plainColour = String.raw`(?:[a-zA-Z]{3,20}|#[0-9a-fA-F]{3,8}|rgb\(\s*\d+\s*,\s*\d+\s*,\s*\d+\s*\))`;
const length = `${number}(?:px|pt|mm)?`;
const numbers = String.raw`[-+.,eE\d\s]*`;

const stroke = {
  fill: plainColour,
  stroke: plainColour,
  opacity: number,
  'fill-opacity': number,
  'stroke-opacity': number,
  'stroke-width': length,
  'stroke-linecap': 'round|butt|square',
  'stroke-linejoin': 'round|bevel|miter',
  'stroke-miterlimit': number,
};
/** What each element of a drawing may say of itself; anything else in it is not a drawing. */
const allowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  svg: {
    xmlns: 'http://www\\.w3\\.org/2000/svg',
    'xmlns:xlink': 'http://www\\.w3\\.org/1999/xlink',
    version: '1\\.[01]',
    viewBox: numbers,
    width: length,
    height: length,
    ...stroke,
  },
  g: stroke,
  path: { d: String.raw`[MmLlHhVvCcSsQqTtAaZz]?[-+.,eEMmLlHhVvCcSsQqTtAaZz\d\s]*`, ...stroke },
  polyline: { points: numbers, ...stroke },
  line: { x1: length, y1: length, x2: length, y2: length, ...stroke },
  circle: { cx: length, cy: length, r: length, ...stroke },
};
const patterns = new Map(
  Object.entries(allowed).map(([element, attributes]) => [
    element,
    new Map(Object.entries(attributes).map(([name, form]) => [name, new RegExp(`^(?:${form})$`, 'u')])),
  ]),
);

const declaration =
  /^\s*(?:<\?xml version="1\.[01]"(?: encoding="(?:utf|UTF)-8")?(?: standalone="(?:yes|no)")?\s*\?>\s*)?/u;
const tag = /\s*<(?:\/([a-z]+)\s*>|([a-z]+)((?:\s+[A-Za-z:][A-Za-z0-9:-]*\s*=\s*(?:"[^"<&]*"|'[^'<&]*'))*)\s*(\/?)>)/uy;
const attribute = /([A-Za-z:][A-Za-z0-9:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

function attributesAreSafe(element: string, text: string): boolean {
  const forms = patterns.get(element);
  if (!forms) return false;
  const seen = new Set<string>();
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    if (seen.has(name) || forms.get(name)?.test((double ?? single ?? '').trim()) !== true) return false;
    seen.add(name);
  }
  return true;
}

/**
 * Reads the whole text by a grammar that knows nothing but drawing: no text, comments, entities, references, styles or scripts can be
 * said in it, so whatever is accepted cannot hold any.
 */
export function isSvgDrawing(text: string): boolean {
  const open: string[] = [];
  let elements = 0;
  let strokes = 0;
  tag.lastIndex = declaration.exec(text)?.[0].length ?? 0;
  for (;;) {
    const from = tag.lastIndex;
    const found = tag.exec(text);
    if (!found) return strokes > 0 && open.length === 0 && text.slice(from).trim() === '';
    const [, closed, opened, attributes = '', selfClosed] = found;
    if (closed !== undefined) {
      if (open.pop() !== closed) return false;
    } else {
      const isRoot = elements === 0;
      if (opened === undefined || (opened === 'svg') !== isRoot || (!isRoot && open.length === 0)) return false;
      if (!attributesAreSafe(opened, attributes)) return false;
      if (opened !== 'svg' && opened !== 'g') strokes += 1;
      elements += 1;
      if (selfClosed === '') open.push(opened);
      if (open.length > 8 || elements > 5_000) return false;
    }
  }
}

const pngStart = [137, 80, 78, 71, 13, 10, 26, 10];
const readInt = (bytes: Uint8Array, at: number) => new DataView(bytes.buffer).getUint32(at);

/** A PNG of a sane size, whole from its header to its end, with nothing after it. */
export function isPngPicture(bytes: Uint8Array): boolean {
  if (bytes.length < 57 || pngStart.some((byte, at) => bytes[at] !== byte)) return false;
  const chunks: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    chunks.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)));
    at += 12 + readInt(bytes, at);
  }
  const [width, height] = [readInt(bytes, 16), readInt(bytes, 20)];
  const isWhole = at === bytes.length && chunks[0] === 'IHDR' && chunks.at(-1) === 'IEND' && chunks.includes('IDAT');
  return isWhole && width > 0 && height > 0 && width * height <= maxPixels;
}

/** Whether a data URL is a signature as a person draws it. */
export function isDrawing(url: string): boolean {
  const [, kind, base64] = dataUrl.exec(url) ?? [];
  if (base64 === undefined || base64.length % 4 !== 0 || base64.length > (maxBytes / 3) * 4 + 4) return false;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (kind === 'png') return isPngPicture(bytes);
  const text = new TextDecoder().decode(bytes);
  return !text.includes('\uFFFD') && isSvgDrawing(text);
}
