import { randomUUID } from 'node:crypto';
import { hearCall } from '@pledge/contracts/http';
import { Webhook } from 'standardwebhooks';
import { callSecret } from './mail-stack.js';

/** One call, as the telephone system tells of it; each event answers with the envelope of the call. */
export function callFrom(url: string, phone: string) {
  const callId = randomUUID();
  return async (event: 'ringing' | 'answered' | 'missed' | 'ended'): Promise<string> => {
    const [at, id] = [new Date(), randomUUID()];
    const text = JSON.stringify({ callId, event, at: at.toISOString(), from: phone, line: '4008' });
    const signature = new Webhook(callSecret).sign(id, at, text);
    const seconds = String(Math.floor(at.getTime() / 1000));
    const signed = { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature };
    const answer = await fetch(`${url}/api/intake${hearCall.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body: text,
    });
    if (!answer.ok) throw new Error(`the call was not heard: ${await answer.text()}`);
    return ((await answer.json()) as { envelopeId: string }).envelopeId;
  };
}
