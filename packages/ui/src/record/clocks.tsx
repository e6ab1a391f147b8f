import { useTranslation } from 'react-i18next';
import { Due } from '../time/due.js';
import { useFormat } from '../time/use-format.js';

/** A time that was promised, by the name of its field. */
export interface Clock {
  readonly name: string;
  readonly at: string | null;
  readonly doneAt: string | null;
}

/** What was promised by when, and what is left of it; nothing where nothing was promised. */
export function Clocks({ clocks }: { readonly clocks: readonly Clock[] }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const promised = clocks.flatMap(({ at, ...clock }) => (at === null ? [] : [{ ...clock, at }]));
  if (promised.length === 0) return null;
  return (
    <dl className="k-clocks">
      {promised.map(({ name, at, doneAt }) => (
        <div key={name}>
          <dt>
            {t(`field.${name}`)} <time dateTime={at}>{short(at)}</time>
          </dt>
          <dd>
            <Due at={at} doneAt={doneAt} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
