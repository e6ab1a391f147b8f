import type { CallInput } from '@pledge/client';
import type { ReplyOf, RouteContract } from '@pledge/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { keyOf, useApiQuery } from '../api/use-api-query.js';
import { Failed, PageSkeleton } from '../states.js';
import { usePageTitle } from '../use-page-title.js';
import { NextSteps } from './next-steps.js';
import type { Step } from './step.js';

/** A part of a record's page. */
export type RecordPart<Row> = ComponentType<{ readonly record: Row }>;

interface RecordPageOptions<Row> {
  readonly number: (record: Row) => string;
  readonly title: (record: Row) => string;
  /** Marks and links below the title. */
  readonly head: RecordPart<Row>;
  /** Facts at the left. */
  readonly facts: RecordPart<Row>;
  /** Below the next step: what was done and said. */
  readonly work?: readonly RecordPart<Row>[];
  /** At the right. */
  readonly clocks?: RecordPart<Row>;
  readonly progress?: RecordPart<Row>;
  readonly steps: Readonly<Record<string, Step<Row>>>;
  readonly possible: (record: Row) => readonly string[];
  /** The key of the words that say whose turn it is. */
  readonly waiting: (record: Row) => string;
}

type Params = Readonly<Record<string, string>>;

const versionOf = (record: object): number | null =>
  'version' in record && typeof record.version === 'number' ? record.version : null;

/**
 * The page of one record: facts, the next step and what was done, clocks and milestones, within one screen. The address names the
 * parameters of the route that reads it.
 */
export function recordPage<R extends RouteContract, Row extends ReplyOf<R> & object = ReplyOf<R> & object>(
  route: R,
  options: RecordPageOptions<Row>,
) {
  const names = Object.keys(route.params.shape);
  return function RecordPage(): ReactNode {
    const address = useParams();
    const params: Params = Object.fromEntries(names.map((name) => [name, address[name] ?? '']));
    const input = { params } as unknown as CallInput<R>;
    const record = useApiQuery(null, route, input);
    if (record.isPending) return <PageSkeleton />;
    if (!record.data) return <Failed error={record.error} onRetry={() => void record.refetch()} />;
    return (
      <RecordView
        key={Object.values(params).join('/')}
        route={route}
        params={params}
        record={record.data as Row}
        options={options}
      />
    );
  };
}

interface RecordViewProps<Row> {
  readonly route: RouteContract;
  readonly params: Params;
  readonly record: Row;
  readonly options: RecordPageOptions<Row>;
}

function RecordView<Row extends object>({ route, params, record, options }: RecordViewProps<Row>) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { number, title, head: Head, facts: Facts, work = [], clocks: Clocks, progress: Progress } = options;
  usePageTitle(`${number(record)} ${title(record)}`);
  // The answer to a command on the record is the record as it is now.
  const take = (step: Step<Row>, reply: unknown) => {
    if (step.route.reply === route.reply) queries.setQueryData(keyOf(null, route, { params }), reply);
  };
  return (
    <div className="page k-record-page">
      <header className="k-head">
        <h1>
          <span className="number">{number(record)}</span> {title(record)}
        </h1>
        <div className="k-head-line">
          <Head record={record} />
        </div>
      </header>
      <div className="k-record">
        <div className="panel k-facts">
          <Facts record={record} />
        </div>
        <div className="k-record-main">
          <NextSteps
            steps={options.steps}
            record={record}
            params={params}
            version={versionOf(record)}
            possible={options.possible(record)}
            waiting={t(options.waiting(record))}
            onReply={take}
          />
          <div className="k-work">
            {work.map((Part, index) => (
              <Part key={index} record={record} />
            ))}
          </div>
        </div>
        {(Clocks ?? Progress) && (
          <div className="panel k-record-side">
            {Clocks && <Clocks record={record} />}
            {Progress && <Progress record={record} />}
          </div>
        )}
      </div>
    </div>
  );
}
