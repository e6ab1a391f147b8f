/** What was said under a subject; one that only repeats how the words begin is left out. */
export function saidIn(subject: string | null | undefined, description: string): string {
  const repeats = typeof subject !== 'string' || description.startsWith(subject.replace(/…$/u, ''));
  return repeats ? description : `${subject}\n${description}`;
}
