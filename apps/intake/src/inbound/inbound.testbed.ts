import type { SentBytes } from '@pledge/service-host';
import { createHmac } from 'node:crypto';

const key = Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7));
export const secret = `whsec_${key.toString('base64')}`;

/** A delivery as a gateway signs it: the bytes of the body, whatever they are. */
export function delivery(body: Uint8Array | string, change: { id?: string; at?: Date; sent?: string } = {}): SentBytes {
  const bytes = Buffer.from(body);
  const { id = 'delivery-1', at = new Date(), sent } = change;
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(bytes).digest('base64');
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,x v1,${signature}` };
  return { bytes: sent === undefined ? bytes : Buffer.from(sent), headers };
}
