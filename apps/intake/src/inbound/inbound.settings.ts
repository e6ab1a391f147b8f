import { WrongSettings } from '@pledge/service-host';

/** What signs what telephone systems, mail and fax gateways tell; none where the house takes none. */
export interface InboundSettings {
  readonly secret: string | undefined;
}

const fewestBytes = 24;

/** @throws {WrongSettings} where the secret is too short to be one */
export function readInboundSettings(env: Readonly<Record<string, string | undefined>>): InboundSettings {
  const secret = env.INBOUND_WEBHOOK_SECRET;
  if (secret === undefined || secret === '') return { secret: undefined };
  const bytes = /^whsec_([A-Za-z0-9+/]+={0,2})$/u.exec(secret)?.[1];
  const drawn = new Set(Buffer.from(bytes ?? '', 'base64'));
  if (bytes === undefined || Buffer.from(bytes, 'base64').length < fewestBytes || drawn.size < fewestBytes / 2) {
    throw new WrongSettings(['INBOUND_WEBHOOK_SECRET must be whsec_ and at least 24 random bytes in base64']);
  }
  return { secret };
}

/** Token under which Nest provides the `InboundSettings`. */
export const INBOUND_SETTINGS = Symbol('InboundSettings');
