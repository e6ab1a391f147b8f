import { WrongSettings } from '@pledge/service-host';
import { isAbsolute } from 'node:path';

/** @throws {WrongSettings} where no folder for files is named */
export function readFilesFolder(env: Readonly<Record<string, string | undefined>>): string {
  const { FILES_DIR: folder } = env;
  if (folder === undefined || !isAbsolute(folder)) {
    throw new WrongSettings(['FILES_DIR must be the folder for files, as a whole path']);
  }
  return folder;
}
