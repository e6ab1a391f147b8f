import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';

/** Bytes that somebody sent us, handed out to be saved and never shown in our name. */
export class SavedFile {
  constructor(
    readonly bytes: Readable,
    readonly told: { readonly name: string; readonly mediaType: string; readonly size: number },
  ) {}
}

export function sendFile({ bytes, told: { name, mediaType, size } }: SavedFile, reply: FastifyReply): Readable {
  void reply
    .header('content-type', mediaType)
    .header('content-length', size)
    .header('content-disposition', dispositionOf(name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store');
  return bytes;
}

/** RFC 6266: a name of ASCII for those who know no other, and the name itself. */
export function dispositionOf(name: string): string {
  const ascii = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]|["\\%/]/gu, '_');
  const exact = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
