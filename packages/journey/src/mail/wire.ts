import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createConnection, createServer } from 'node:net';

/** What is listened for: who says it, and how it reads. */
export interface Sign {
  readonly from: 'client' | 'server';
  readonly text: RegExp;
}

/** A wire between a program and a server, both of which know nothing of it. */
export interface Wire {
  readonly port: number;
  /** The first connection on which the sign is heard is stuck from then on: neither the sign nor anything after it arrives. */
  stickAt(sign: Sign): { isStuck(): boolean; release(): void };
  close(): Promise<void>;
}

export async function wireTo(host: string, port: number): Promise<Wire> {
  const open = new Set<Socket>();
  let awaited: { readonly sign: Sign; heard: boolean } | undefined;
  const server = createServer((client) => {
    const behind = createConnection(port, host);
    let stuck = false;
    const pass = (from: Sign['from'], bytes: Buffer, to: Socket): void => {
      if (awaited?.sign.from === from && awaited.sign.text.test(bytes.toString('latin1'))) {
        stuck = true;
        awaited.heard = true;
        awaited = undefined;
      }
      if (!stuck) to.write(bytes);
    };
    client.on('data', (bytes: Buffer) => pass('client', bytes, behind));
    behind.on('data', (bytes: Buffer) => pass('server', bytes, client));
    for (const [side, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      open.add(side);
      side.on('error', () => side.destroy());
      side.on('close', () => {
        open.delete(side);
        other.destroy();
      });
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stickAt(sign) {
      const mine = { sign, heard: false };
      awaited = mine;
      return { isStuck: () => mine.heard, release: () => (awaited = undefined) };
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
