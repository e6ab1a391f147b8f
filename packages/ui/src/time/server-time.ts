let offsetMs = 0;
let known = false;

/**
 * Keeps how far the server's clock is ahead of this one. The `Date` header counts whole seconds, so a difference of less
 * than a second and a half says nothing and is left out.
 */
export function hearServerTime(serverMs: number, receivedMs: number): void {
  const difference = serverMs + 500 - receivedMs;
  const next = Math.abs(difference) < 1_500 ? 0 : difference;
  if (known && Math.abs(next - offsetMs) < 1_500) return;
  offsetMs = next;
  known = true;
}

/** Now, by the server's clock. */
export const serverNow = (): number => Date.now() + offsetMs;
