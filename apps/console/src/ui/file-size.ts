const kilo = 1024;

/** `640 B`, `12 KB`, `3.4 MB`: as much as one wants to know before fetching it. */
export function sizeOf(bytes: number): string {
  if (bytes < kilo) return `${bytes} B`;
  if (bytes < kilo * kilo) return `${Math.round(bytes / kilo)} KB`;
  return `${(bytes / (kilo * kilo)).toFixed(1)} MB`;
}
