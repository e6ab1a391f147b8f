import type { CommandOf } from '@pledge/contracts';
import type { signOrder } from '@pledge/contracts/http';
import { canDraw } from '@pledge/forms';
import { Refusal } from '@pledge/kernel';
import sharp from 'sharp';
import { isDrawing } from './drawing.js';
import { framed, hasInk, isSimple } from './ink.js';

const edge = 400;
const mostPixels = 4_000_000;

// The image library knows many more kinds; what pretends to be a signature must not reach them.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadSvg'] });
sharp.cache(false);
sharp.concurrency(1);

let turn: Promise<unknown> = Promise.resolve();
/** One drawing at a time: nobody takes more than one core by signing. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const done = turn.then(work, work);
  turn = done.catch(() => {});
  return done;
};

/** Whether a data URL is a drawing, and there is ink in its frame when it is laid on white paper. */
export async function isSignature(url: string): Promise<boolean> {
  if (!isDrawing(url)) return false;
  const bytes = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  const isPng = url.startsWith('data:image/png');
  const svg = bytes.toString();
  if (!isPng && !isSimple(svg)) return false;
  const picture = isPng ? bytes : framed(svg, edge);
  if (picture === undefined) return false;
  return inTurn(async () => {
    try {
      const { data, info } = await sharp(Buffer.from(picture), { limitInputPixels: mostPixels, failOn: 'error' })
        .flatten({ background: '#ffffff' })
        .greyscale()
        .raw()
        .timeout({ seconds: 5 })
        .toBuffer({ resolveWithObject: true });
      return hasInk({ grey: data, width: info.width, height: info.height });
    } catch {
      return false;
    }
  });
}

/** @throws {Refusal} where what was drawn is not a signature that one can see */
export async function mustBeSignature({ signature }: CommandOf<typeof signOrder>): Promise<void> {
  if (!isDrawing(signature) || !canDraw(signature)) throw new Refusal('signature-not-an-image', {}, '/signature');
  if (!(await isSignature(signature))) throw new Refusal('signature-has-no-ink', {}, '/signature');
}
