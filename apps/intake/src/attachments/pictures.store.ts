import { Refusal } from '@pledge/kernel';
import sharp from 'sharp';
import { mostPixels } from './kind.js';

const edge = 1600;

// The image library knows many more kinds; what pretends to be a picture must not reach them.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((kind) => `VipsForeignLoad${kind}`),
});
sharp.cache(false);
sharp.concurrency(1);

let turn: Promise<unknown> = Promise.resolve();
/** One picture at a time: a large one takes hundreds of megabytes while it is drawn. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const done = turn.then(work, work);
  turn = done.catch(() => {});
  return done;
};

/**
 * A copy drawn anew, upright, small enough to look at and without metadata; undefined where the picture cannot be read.
 * @throws {Refusal} `image-too-large`
 */
export async function previewOf(path: string): Promise<Uint8Array | undefined> {
  const told = { limitInputPixels: false, failOn: 'error', sequentialRead: true } as const;
  const size = await sharp(path, told)
    .metadata()
    .catch(() => undefined);
  if (!size) return undefined;
  if (size.width * size.height > mostPixels) throw new Refusal('image-too-large', { mostPixels });
  return inTurn(() =>
    sharp(path, { ...told, limitInputPixels: mostPixels })
      .rotate()
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .timeout({ seconds: 20 })
      .toBuffer()
      .catch(() => undefined),
  );
}
