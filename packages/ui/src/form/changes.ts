const silent = new Set(['version', 'possible']);

/** The fields in which two readings of one record differ. */
export function changesBetween(before: object, after: object): readonly string[] {
  const then = new Map(Object.entries(before) as [string, unknown][]);
  return (Object.entries(after) as [string, unknown][])
    .filter(([name, value]) => !silent.has(name) && JSON.stringify(then.get(name)) !== JSON.stringify(value))
    .map(([name]) => name);
}
