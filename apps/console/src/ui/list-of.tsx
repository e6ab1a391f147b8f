import { Empty, Failed, Skeleton } from '@pledge/ui';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { More } from './data-table.js';

interface Page<Row> {
  readonly items: readonly Row[];
}
type List<Row> = UseInfiniteQueryResult<InfiniteData<Page<Row>>>;

/** The rows of all pages that were asked for so far. */
export const rowsOf = <Row,>(list: List<Row>): readonly Row[] => list.data?.pages.flatMap(({ items }) => items) ?? [];

interface ListOfProps<Row> {
  readonly list: List<Row>;
  readonly empty: { readonly title: string; readonly hint: string };
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list in every state it can be in: on its way, failed, empty, and page by page. */
export function ListOf<Row>({ list, empty, children }: ListOfProps<Row>) {
  const rows = rowsOf(list);
  return (
    <>
      {list.isPending ? (
        <Skeleton />
      ) : list.isError && !list.data ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty {...empty} />
      ) : (
        children(rows)
      )}
      <More hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </>
  );
}
