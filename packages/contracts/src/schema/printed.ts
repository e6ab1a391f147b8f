const width = 120;

/** JSON in which what fits into a line stands on one, so that a changed field is a changed line. */
export function printed(value: unknown, indent = '', room = width): string {
  const line = inline(value);
  if (line.length <= room || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  const [open, close, lines] = Array.isArray(value)
    ? [
        '[',
        ']',
        value.every(isPlain)
          ? filled(value.map(inline), inner)
          : value.map((one) => `${inner}${printed(one, inner, width - inner.length)}`),
      ]
    : [
        '{',
        '}',
        Object.entries(value).map(([name, one]) => {
          const begin = `${inner}${JSON.stringify(name)}: `;
          return `${begin}${printed(one, inner, width - begin.length)}`;
        }),
      ];
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** As many to a line as fit. */
function filled(words: readonly string[], indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && `${indent}${line}, ${word}`.length > width) {
      lines.push(`${indent}${line}`);
      line = '';
    }
    line = line === '' ? word : `${line}, ${word}`;
  }
  return [...lines, `${indent}${line}`];
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${inline(one)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
