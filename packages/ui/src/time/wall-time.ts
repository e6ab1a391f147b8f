/** The company's clock on the wall: every screen shows it, wherever the browser stands. */
export const companyTimeZone = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: companyTimeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** `2026-11-22T19:05`, as a `datetime-local` field wants it. */
export function wallOf(instantMs: number): string {
  const found = Object.fromEntries(parts.formatToParts(instantMs).map(({ type, value }) => [type, value]));
  return `${found['year']}-${found['month']}-${found['day']}T${found['hour']}:${found['minute']}`;
}

/** The instant at which the company's clock shows this; `null` for what is no time. */
export function instantOf(wall: string): string | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offset = Date.parse(`${wallOf(asUtc)}Z`) - Math.floor(asUtc / 60_000) * 60_000;
  return new Date(asUtc - offset).toISOString();
}
