/** A drawing as it lies on white paper: one byte a point, 0 for black. */
export interface Sheet {
  readonly grey: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Lighter than this nobody sees it on paper. */
const lightestInk = 255 - 32;
const smallest = { longer: 32, shorter: 12 };
/** Of the longer edge of the frame: less is a dot. */
const shortestStroke = 0.05;
/** Of the points of the frame, and of the part of it that was written on: more is no writing but a stain. */
const most = { ofFrame: 0.6, ofWritten: 0.75, smallStain: 0.1 };

/** A signature has ink inside its frame: enough to be seen, longer than a dot, and paper that shows what was written. */
export function hasInk({ grey, width, height }: Sheet): boolean {
  const longer = Math.max(width, height);
  if (longer < smallest.longer || Math.min(width, height) < smallest.shorter) return false;
  let points = 0;
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((grey[y * width + x] ?? 255) > lightestInk) continue;
      points += 1;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (points === 0) return false;
  const [wide, high] = [right - left + 1, bottom - top + 1];
  const isDot = Math.max(wide, high) < shortestStroke * longer || points < shortestStroke * longer;
  const isLarge = Math.min(wide, high) > most.smallStain * longer;
  const isStain = points > most.ofFrame * width * height || (isLarge && points > most.ofWritten * wide * high);
  return !isDot && !isStain;
}

const figure = /\s(?:d|points)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/giu;
/** Where a line crosses itself, drawing it takes as long as the square of what it is made of. */
const mostEffort = { numbers: 20_000, squares: 4_000_000 };

/** A drawing that a person's hand makes is drawn in a moment; one that was made to take long is not looked at. */
export function isSimple(svg: string): boolean {
  let [numbers, squares] = [0, 0];
  for (const [, double, single] of svg.matchAll(figure)) {
    const count = (double ?? single ?? '').match(number)?.length ?? 0;
    numbers += count;
    squares += count ** 2;
  }
  return numbers <= mostEffort.numbers && squares <= mostEffort.squares;
}

const root = /<svg(?:\s+[A-Za-z:][A-Za-z0-9:-]*\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/u;
const frameAttribute = /\s+(viewBox|width|height)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const narrowest = 1 / 30;

/**
 * The SVG drawing, whose grammar was checked, with its frame and nothing else made `edge` points long; undefined where it has no frame
 * to write in. What lies outside the frame is cut off.
 */
export function framed(svg: string, edge: number): string | undefined {
  const [tag] = root.exec(svg) ?? [];
  if (tag === undefined) return undefined;
  const told = new Map<string, string>();
  for (const [, name = '', double, single] of tag.matchAll(frameAttribute))
    told.set(name, (double ?? single ?? '').trim());
  const box = frameOf(told);
  const [x = NaN, y = NaN, width = NaN, height = NaN] = box;
  if (box.length !== 4 || !box.every(Number.isFinite) || !(Math.min(width, height) > 0)) return undefined;
  if (Math.min(width, height) / Math.max(width, height) < narrowest) return undefined;
  const scale = edge / Math.max(width, height);
  const size = `width="${String(Math.round(width * scale))}" height="${String(Math.round(height * scale))}"`;
  const frame = `viewBox="${[x, y, width, height].join(' ')}" ${size} preserveAspectRatio="none"`;
  return svg.replace(root, tag.replaceAll(frameAttribute, '').replace('<svg', `<svg ${frame}`));
}

function frameOf(told: ReadonlyMap<string, string>): number[] {
  const viewBox = told.get('viewBox');
  if (viewBox !== undefined) return viewBox.split(/[\s,]+/u).map(Number);
  // As a browser draws it that is told nothing.
  return [0, 0, Number.parseFloat(told.get('width') ?? '300'), Number.parseFloat(told.get('height') ?? '150')];
}
