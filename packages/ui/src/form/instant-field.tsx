import { Input } from 'antd';
import { instantOf, wallOf } from '../time/wall-time.js';

interface InstantFieldProps {
  readonly id?: string;
  /** An instant. */
  readonly value?: string | undefined;
  readonly onChange?: ((instant: string | undefined) => void) | undefined;
  /** The field shows minutes: what is typed for the minute of this instant is not before it. */
  readonly notBefore?: string | null;
}

/** The company's clock on the wall, for a value that is an instant. */
export function InstantField({ value, onChange, notBefore = null, ...others }: InstantFieldProps) {
  const shown = value === undefined ? '' : wallOf(Date.parse(value));
  const change = (typed: string) => {
    const instant = instantOf(typed);
    const sameMinute = notBefore !== null && wallOf(Date.parse(notBefore)) === typed;
    onChange?.(sameMinute ? notBefore : (instant ?? undefined));
  };
  return (
    <Input
      {...others}
      type="datetime-local"
      className="k-short-field"
      value={shown}
      onChange={({ target }) => change(target.value)}
    />
  );
}
