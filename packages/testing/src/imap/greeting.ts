import { connect } from 'node:net';

/**
 * Waits until an IMAP server says that it is there.
 * @param isOver whether it is known that it never will
 * @throws saying what `log` has, where it does not within twenty seconds
 */
export async function untilItGreets(
  host: string,
  port: number,
  isOver: () => boolean,
  log: () => Promise<string>,
): Promise<void> {
  for (const until = Date.now() + 20_000; !(await greets(host, port));) {
    if (isOver() || Date.now() > until) throw new Error(`Dovecot does not answer: ${await log()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function greets(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const say = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => say(false));
    socket.once('error', () => say(false)).once('close', () => say(false));
    socket.once('data', (greeting) => say(greeting.toString().startsWith('* OK')));
  });
}
