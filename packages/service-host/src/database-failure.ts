import { isError } from './is-error.js';

const aboutInput = new Set(['22P02', '22P05', '22021', '22003', '22007', '22008', '22001']);
const connection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '57014',
  '55P03',
  '40001',
  '40P01',
  '25006',
  '28000',
  '28P01',
  '3D000',
]);
const lost =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after/u;

/** Whether PostgreSQL blames what it was given (`input`), or cannot answer now (`unavailable`). */
export function databaseFailure(failure: unknown): 'input' | 'unavailable' | undefined {
  for (const cause of causesOf(failure)) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (aboutInput.has(code)) return 'input';
    if ('severity' in cause && cause.severity === 'FATAL') return 'unavailable';
    if (connection.has(code) || code.startsWith('08') || lost.test(cause.message)) return 'unavailable';
  }
  return undefined;
}

function causesOf(failure: unknown): Error[] {
  if (!isError(failure)) return [];
  const driver: unknown = 'driverError' in failure ? failure.driverError : undefined;
  const several: unknown = 'errors' in failure ? failure.errors : undefined;
  return [failure, driver, ...(Array.isArray(several) ? (several as unknown[]) : [])].filter(isError);
}
