import { Button } from 'antd';
import type { CallInput } from '@pledge/client';
import type { RouteContract } from '@pledge/contracts';
import type { ComponentType, ReactNode } from 'react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../api/use-api-query.js';
import { commandKeys } from '../fields/labels.js';
import { filtersOf } from '../fields/schema.js';
import { useKit } from '../kit.js';
import { Empty, Failed } from '../states.js';
import type { Step } from '../record/step.js';
import { usePageTitle } from '../use-page-title.js';
import type { Say } from '../use-say.js';
import { useSay } from '../use-say.js';
import type { BulkAction } from './bulk-action.js';
import type { Column, View } from './columns.js';
import { countOf } from './count.js';
import type { FilterProps } from './list-filters.js';
import { ListFilters } from './list-filters.js';
import { ListSkeleton } from './list-skeleton.js';
import { ListTable } from './list-table.js';
import { CreateButton } from './create-button.js';
import type { RowStep } from './row-step.js';
import { RowStepButton } from './row-step-button.js';
import { useListAddress } from './use-list-address.js';

/** What a list is made of, beyond its contract. */
export interface ListPageOptions<R extends RouteContract, Row> {
  readonly route: R;
  /** The group of its words: `title`, `empty`, `empty-hint`, and `search`, `lead` where it has them. */
  readonly word: string;
  readonly rowKey: (row: Row) => string;
  /** What a row is called where it stands alone: in a dialog, for those who listen. */
  readonly name: (row: Row, say: Say) => string;
  readonly to?: (row: Row) => string | null;
  /** A name that the query of the route lacks does not compile. */
  readonly filters?: readonly (keyof R['query']['shape'] & string)[];
  readonly filterWidgets?: Readonly<Partial<Record<string, ComponentType<FilterProps>>>>;
  /** The group of words of a filter's choices, where it is not the field's own name. */
  readonly filterWords?: Readonly<Partial<Record<keyof R['query']['shape'] & string, string>>>;
  readonly views?: readonly View[];
  readonly columns: readonly Column<Row>[];
  readonly bulk?: readonly BulkAction<Row>[];
  readonly rowSteps?: readonly RowStep<Row>[];
  /** A command that makes a record: a button beside the title, then its form. */
  readonly create?: Step<object>;
  /** Links to lists that belong together, above the filters. */
  readonly tabs?: readonly { readonly to: string; readonly word: string }[];
}

interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

// It comes when several rows are to be done.
const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.js')).BulkDialog }));

const pageSize = 50;

/** The page of a list: views, filters in the address, rows of two lines, keys, bulk, and every state it can be in. */
export function listPage<R extends RouteContract, Row extends object>(options: ListPageOptions<R, Row>) {
  const { route, word, columns, rowKey, name, views = [], bulk = [], rowSteps = [], tabs = [] } = options;
  const filters = (options.filters ?? []).flatMap(
    (wanted) => filtersOf(route).find((field) => field.name === wanted) ?? [],
  );

  return function ListPage(): ReactNode {
    const { i18n } = useTranslation();
    const say = useSay();
    const { t } = say;
    const { may } = useKit();
    const { view, query, write, toView, typed, setTyped } = useListAddress(route, views);
    const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
    const [doing, setDoing] = useState<BulkAction<Row> | null>(null);
    const list = usePages(
      null,
      route,
      (cursor) => ({ query: { ...query, limit: pageSize, cursor } }) as unknown as CallInput<R>,
    );
    usePageTitle(t(`${word}.title`));

    const pages = (list.data?.pages ?? []) as readonly Page<Row>[];
    const rows = pages.flatMap(({ items }) => items);
    const actions = bulk.filter((action) => may(action.route));
    const ticked = rows.filter((row) => chosen.has(rowKey(row)));
    const tick = (keys: readonly string[], yes: boolean) =>
      setChosen((before) => new Set(yes ? [...before, ...keys] : [...before].filter((key) => !keys.includes(key))));
    const all = countOf(pages[0]?.total, rows.length, list.hasNextPage);

    return (
      <div className="page k-list-page">
        <header className="k-head k-list-head">
          <h1>{t(`${word}.title`)}</h1>
          {list.data && rows.length > 0 && (
            <span className="k-count" role="status">
              {t('list.count', { shown: rows.length, all })}
            </span>
          )}
          {options.create && may(options.create.route) && <CreateButton step={options.create} />}
        </header>
        {i18n.exists(`${word}.lead`) && <p className="quiet k-lead">{t(`${word}.lead`)}</p>}
        {(tabs.length > 0 || views.length > 0 || filters.length > 0) && (
          <div className="k-bar">
            {tabs.length > 0 && (
              <nav className="k-views" aria-label={t('list.tabs')}>
                {tabs.map((tab) => (
                  <Link key={tab.to} to={tab.to} aria-current={tab.word === word ? 'page' : undefined}>
                    {t(`${tab.word}.tab`)}
                  </Link>
                ))}
              </nav>
            )}
            {views.length > 0 && (
              <nav className="k-views" aria-label={t('list.views')}>
                {views.map((one) => (
                  <Link key={one.word} to={toView(one)} replace aria-current={one === view ? 'true' : undefined}>
                    {t(one.word)}
                  </Link>
                ))}
              </nav>
            )}
            {filters.length > 0 && (
              <ListFilters
                fields={filters}
                query={query}
                widgets={options.filterWidgets ?? {}}
                words={options.filterWords ?? {}}
                searchLabel={t(`${word}.search`)}
                typed={typed}
                onTyped={setTyped}
                onChange={(filter, value) => write({ [filter]: value })}
              />
            )}
          </div>
        )}
        {ticked.length > 0 && (
          <div className="k-ticked" role="region" aria-label={t('list.ticked', { amount: ticked.length })}>
            <strong>{t('list.ticked', { amount: ticked.length })}</strong>
            {actions.map((action) => (
              <Button key={action.route.name} size="small" onClick={() => setDoing(action)}>
                {t([...commandKeys(action.route.name, 'do')])}
              </Button>
            ))}
            <Button size="small" type="text" onClick={() => setChosen(new Set())}>
              {t('list.untick')}
            </Button>
          </div>
        )}
        {list.isError && list.data && (
          <p className="k-stale" role="status">
            {t('list.stale')}{' '}
            <Button size="small" onClick={() => void list.refetch()}>
              {t('action.retry')}
            </Button>
          </p>
        )}
        {list.isPending ? (
          <ListSkeleton />
        ) : !list.data ? (
          <Failed error={list.error} onRetry={() => void list.refetch()} />
        ) : rows.length === 0 ? (
          <Empty title={t(`${word}.empty`)} hint={t(`${word}.empty-hint`)} />
        ) : (
          <ListTable
            caption={t(`${word}.title`)}
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            name={name}
            to={options.to}
            ticks={actions.length > 0 ? { chosen, tick } : undefined}
            action={
              rowSteps.some(({ step }) => may(step.route))
                ? (row) =>
                    rowSteps
                      .filter(({ offered }) => offered?.(row) ?? true)
                      .map((rowStep) => (
                        <RowStepButton key={rowStep.step.route.name} {...rowStep} row={row} name={name(row, say)} />
                      ))
                : undefined
            }
          />
        )}
        {list.hasNextPage && (
          <div className="more">
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('action.more')}
            </Button>
          </div>
        )}
        {doing && (
          <Suspense>
            <BulkDialog
              action={doing as BulkAction<unknown>}
              rows={ticked}
              rowKey={rowKey as (row: unknown) => string}
              name={(row) => name(row as Row, say)}
              onClose={() => setDoing(null)}
            />
          </Suspense>
        )}
      </div>
    );
  };
}
