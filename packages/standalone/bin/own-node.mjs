import { existsSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Where the Node that npm brings is, once everything is installed. npm 10.8 and 11.6 unpack it and leave out its link, without
 * which scripts would run on the Node of the machine.
 */
export function ownNode(root) {
  const link = join(root, 'node_modules/.bin/node');
  const program = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(link) || !existsSync(program)) return link;
  try {
    symlinkSync(relative(dirname(link), program), link);
  } catch (failure) {
    // Another launcher was faster.
    if (failure.code !== 'EEXIST') throw failure;
  }
  return link;
}
