import type { FieldFault } from './failures.js';
import { InvalidInput } from './failures.js';
import { pointerOf } from './read-input.js';

const deepest = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON body; undefined where it is empty. @throws {InvalidInput} for what no route could take */
export function readJsonBody(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined;
  const value = parsed(bytes);
  const fault = faultIn(value, []);
  if (fault) throw new InvalidInput([fault]);
  return value;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new InvalidInput([{ pointer: '', code: 'not-json', detail: 'the body is not JSON in UTF-8' }]);
  }
}

/** What PostgreSQL cannot keep, what would reach a prototype, what is nested too deep. */
export function faultIn(value: unknown, path: readonly string[]): FieldFault | undefined {
  if (typeof value === 'string') {
    return value.isWellFormed() && !value.includes('\0')
      ? undefined
      : { pointer: pointerOf(path), code: 'invalid-characters', detail: 'contains NUL or half a character' };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length >= deepest) {
    return { pointer: pointerOf(path), code: 'too-deep', detail: `is nested deeper than ${deepest} levels` };
  }
  for (const [key, inner] of Object.entries(value)) {
    const there = [...path, key];
    const fault = key === '__proto__' ? forbidden(there) : (faultIn(key, there) ?? faultIn(inner, there));
    if (fault) return fault;
  }
  return undefined;
}

const forbidden = (path: readonly string[]): FieldFault => ({
  pointer: pointerOf(path),
  code: 'unrecognized-keys',
  detail: 'no field may have this name',
});
