import { describe } from '@jest/globals';

/**
 * `describe`, where nothing is missing. Else its tests are skipped, with what is missing in their names, where `npm test` finds
 * it to say why.
 * @param missing what these tests need and this machine does not have
 */
export function describeWhere(missing: string | undefined, name: string, body: () => void): void {
  if (missing === undefined) describe(name, body);
  else describe.skip(`${name} (not tried: ${missing})`, body);
}
