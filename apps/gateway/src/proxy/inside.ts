const inside = new Set(['health', 'metrics', 'openapi.json']);

/**
 * True for what a department answers inside the stack only: its health, metrics and reference. The address is read as generously as any
 * router between here and there might read it.
 */
export function isInside(url: string, prefix: string): boolean {
  const { pathname } = new URL(url, 'http://department');
  const path = new URL(decodeURIComponent(pathname).replaceAll(/\/{2,}/gu, '/'), 'http://department').pathname;
  const [first] = path.slice(prefix.length).split('/').filter(Boolean);
  return first !== undefined && inside.has(first.toLowerCase());
}
