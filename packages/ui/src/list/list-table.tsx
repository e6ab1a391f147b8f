import type { CSSProperties, ReactNode } from 'react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Say } from '../use-say.js';
import { useSay } from '../use-say.js';
import type { Column } from './columns.js';
import { useListKeys } from './use-list-keys.js';

/** Which rows are ticked, and how to tick them. */
export interface Ticks {
  readonly chosen: ReadonlySet<string>;
  readonly tick: (keys: readonly string[], yes: boolean) => void;
}

interface ListTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Where a row leads; the first column is the link. */
  readonly to?: ((row: Row) => string | null) | undefined;
  readonly name: (row: Row, say: Say) => string;
  readonly ticks?: Ticks | undefined;
  /** What can be done with a row at once, at its end. */
  readonly action?: ((row: Row) => ReactNode) | undefined;
}

/** A native table of rows of two lines; on a phone each row is a card of a title, one line, a due time and a state. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { caption, columns, rows, rowKey, to, name, ticks, action } = props;
  const { t } = useTranslation();
  const say = useSay();
  const table = useRef<HTMLTableElement>(null);
  useListKeys(table);
  const keys = rows.map(rowKey);
  const all = ticks !== undefined && keys.length > 0 && keys.every((key) => ticks.chosen.has(key));
  const sumOf = (some: readonly Column<Row>[]) => some.reduce((sum, { share }) => sum + share, 0);
  const [wide, narrow] = [sumOf(columns), sumOf(columns.filter(({ phone }) => phone !== undefined))];
  const partOf = (share: number, sum: number) => `${String((share / sum) * 100)}%`;
  const widthsOf = ({ share }: Column<Row>) =>
    ({ '--k-wide': partOf(share, wide), '--k-narrow': partOf(share, narrow) }) as CSSProperties;

  const content = (row: Row, column: Column<Row>, isFirst: boolean) => {
    const leads = isFirst ? to?.(row) : undefined;
    const cell = column.cell(row, say);
    // A link must be called something.
    const line = isFirst && cell === '' ? name(row, say) : cell;
    const second = column.under?.(row, say);
    return (
      <>
        <span className="k-line">
          {typeof leads === 'string' ? (
            <Link to={leads} className="row-link">
              {line}
            </Link>
          ) : (
            line
          )}
        </span>
        {second !== undefined && second !== null && second !== '' && <span className="k-second">{second}</span>}
      </>
    );
  };
  const classOf = ({ kind, phone }: Column<Row>) =>
    [kind && `k-${kind}`, phone ? `k-phone-${phone}` : 'k-not-on-phone'].filter(Boolean).join(' ');

  return (
    <table className="k-list" ref={table}>
      <caption className="unseen">{caption}</caption>
      <colgroup>
        {ticks && <col className="k-tick-column" />}
        {columns.map((column) => (
          <col key={column.key} className={classOf(column)} style={widthsOf(column)} />
        ))}
        {action && <col className="k-action-column" />}
      </colgroup>
      <thead>
        <tr>
          {ticks && (
            <th scope="col" className="k-tick">
              <label>
                <input type="checkbox" checked={all} onChange={() => ticks.tick(keys, !all)} />
                <span className="unseen">{t('list.tick-all')}</span>
              </label>
            </th>
          )}
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column)}>
              {t(`field.${column.key}`)}
            </th>
          ))}
          {action && (
            <th scope="col" className="k-action">
              <span className="unseen">{t('list.action')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row);
          const isChosen = ticks?.chosen.has(key) ?? false;
          return (
            <tr key={key} className={isChosen ? 'k-row k-chosen' : 'k-row'}>
              {ticks && (
                <td className="k-tick">
                  <label>
                    <input type="checkbox" checked={isChosen} onChange={() => ticks.tick([key], !isChosen)} />
                    <span className="unseen">{t('list.tick', { name: name(row, say) })}</span>
                  </label>
                </td>
              )}
              {columns.map((column, index) => (
                <td key={column.key} className={classOf(column)}>
                  {content(row, column, index === 0)}
                </td>
              ))}
              {action && <td className="k-action">{action(row)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
