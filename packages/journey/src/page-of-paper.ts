import { randomUUID } from 'node:crypto';
import type { Envelope } from '@pledge/contracts/http';
import { attachment, registerEnvelope } from '@pledge/contracts/http';
import type { Person } from './person.js';

/** A picture of a page: a PNG of one pixel. */
export const scannedPage = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A page that came on paper: its picture is uploaded, and it waits to be transcribed. */
export async function registerPage(
  url: string,
  { cookie, session, call }: Person,
  said: { readonly from?: { readonly name: string; readonly phone: string }; readonly subject?: string } = {},
): Promise<Envelope> {
  const body = new FormData();
  body.append('file', new Blob([scannedPage], { type: 'image/png' }), 'page.png');
  const answer = await fetch(`${url}/api/intake/attachments`, {
    method: 'POST',
    headers: { cookie, 'x-csrf-token': session.csrfToken, 'idempotency-key': randomUUID() },
    body,
  });
  if (!answer.ok) throw new Error(`the page was not taken: ${await answer.text()}`);
  const { id } = attachment.parse(await answer.json());
  return call(registerEnvelope, { body: { channel: 'fax', attachmentIds: [id], ...said } });
}
