import { resolve } from 'node:path';
import { freePort } from '@pledge/standalone/nats';
import { GenericContainer, getContainerRuntimeClient } from 'testcontainers';
import { dovecotConfig } from './dovecot-config.js';
import { untilItGreets } from './greeting.js';
import type { ImapServer } from './imap-server.js';
import { account, boxes, countsOf, freshName } from './imap-server.js';

const image = 'pledge-test-dovecot:2.4';
const inside = 143;
const folder = '/pledge-mail';
const maildir = `${folder}/mail`;
/** User and group `mail` have these numbers on every Debian. */
const owner = { uid: 8, gid: 8 };

/** Makes the image, which is kept for the next run. */
export async function buildDovecot(): Promise<void> {
  const context = resolve(import.meta.dirname, '../../dovecot');
  await GenericContainer.fromDockerfile(context).build(image, { deleteOnExit: false });
}

/** A Dovecot in a container; the host's port is fixed, so that clients find the server again. */
export async function dovecotInContainer(): Promise<ImapServer> {
  const [host, port] = ['127.0.0.1', await freePort()];
  const settings = { folder, maildir, listen: '*', port: inside, password: account.password, owner };
  const prepare = boxes.map((box) => `${maildir}/${box}`).join(' ');
  const container = await new GenericContainer(image)
    .withExposedPorts({ container: inside, host: port })
    .withCopyContentToContainer([{ content: dovecotConfig('2.4', settings), target: '/pledge-dovecot.conf' }])
    .withCommand([
      'sh',
      '-c',
      `mkdir -p ${prepare} && chown -R mail:mail ${maildir} && exec dovecot -F -c /pledge-dovecot.conf`,
    ])
    .start();
  const handle = (await getContainerRuntimeClient()).container.getById(container.getId());
  const shell = async (script: string): Promise<string> => {
    const { output, exitCode } = await container.exec(['sh', '-c', script]);
    if (exitCode !== 0) throw new Error(`${script}: ${output}`);
    return output;
  };
  const untilItIsThere = () =>
    untilItGreets(
      host,
      port,
      () => false,
      () => shell(`cat ${folder}/log`),
    );
  await untilItIsThere();
  const put = (mail: string | Uint8Array, target: string) =>
    container.copyContentToContainer([{ content: Buffer.from(mail), target, mode: 0o644 }]);
  let stopped = false;
  return {
    ...{ ...account, host, port },
    async deliver(mail) {
      const name = freshName();
      const [arriving, there] = [`${maildir}/tmp/${name}`, `${maildir}/new/${name}`];
      // While nothing runs inside, nothing can be moved there, and nobody reads half a mail.
      if (stopped) return put(mail, there);
      await put(mail, arriving);
      await shell(`mv ${arriving} ${there}`);
    },
    counts: async () => countsOf((await shell(`ls ${maildir}/new ${maildir}/cur`)).split('\n').filter(isName)),
    async stop() {
      await handle.stop();
      stopped = true;
    },
    async start() {
      await handle.start();
      stopped = false;
      await untilItIsThere();
    },
    async remove() {
      await handle.remove({ force: true, v: true });
    },
  };
}

/** `ls` of two folders names each before what is in it. */
const isName = (line: string): boolean => line !== '' && !line.startsWith('/');
