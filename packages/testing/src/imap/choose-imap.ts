import { chooseTestEnvironment } from '../choose-test-environment.js';
import type { ImapServer } from './imap-server.js';

export type { ImapServer } from './imap-server.js';

/** How tests come by an IMAP server on this machine, or why they do not. */
export interface ImapServers {
  readonly missing: string | undefined;
  start(): Promise<ImapServer>;
}

/** The machine's own Dovecot, else one in a container where an engine answers; says which. */
export async function imapServersHere(say: (line: string) => void = print): Promise<ImapServers> {
  const here = await import('./dovecot-here.js');
  if (here.isInstalled()) {
    say(`mail is read from this machine's Dovecot ${here.printedVersion()}`);
    return { missing: undefined, start: here.dovecotHere };
  }
  if ((await chooseTestEnvironment()).environment !== 'containers')
    return none('Dovecot is not installed, and there are no containers to have one in');
  const { buildDovecot, dovecotInContainer } = await import('./dovecot-in-container.js');
  try {
    await buildDovecot();
  } catch (failure) {
    return none(`Dovecot is not installed, and its container could not be built: ${reasonOf(failure)}`);
  }
  say('mail is read from a Dovecot in a container');
  return { missing: undefined, start: dovecotInContainer };
}

const none = (missing: string): ImapServers => ({
  missing,
  start: () => Promise.reject(new Error(missing)),
});

const reasonOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
