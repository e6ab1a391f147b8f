import { DeleteOutlined } from '@ant-design/icons';
import type { RoutingLine } from '@pledge/contracts/http';
import { askedDepartment } from '@pledge/contracts/http';
import { Tag } from '@pledge/ui';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../ui/data-table.js';
import { DataTable } from '../../ui/data-table.js';
import { DepartmentMark } from '../../ui/primitives.js';
import { differing, fixed, placeKey, withLine, withoutLine } from './draft.js';

interface RoutingTableProps {
  readonly lines: readonly RoutingLine[];
  readonly base: readonly RoutingLine[];
  /** Null for who may only read it. */
  readonly onChange: ((lines: readonly RoutingLine[]) => void) | null;
}

/** The lines, those of a kind together, the one for all other categories first. */
export function RoutingTable({ lines, base, onChange }: RoutingTableProps) {
  const { t } = useTranslation();
  const touched = new Set(differing(base, lines).map(placeKey));
  const nameOf = ({ kind, category }: RoutingLine) =>
    category === null ? t(`kind.${kind}`) : `${t(`kind.${kind}`)} ${t(`category.${category}`)}`;
  const columns: readonly Column<RoutingLine>[] = [
    {
      key: 'kind',
      title: t('routing.kind'),
      kind: 'main',
      cell: (line) => (
        <>
          {t(`kind.${line.kind}`)} {touched.has(placeKey(line)) && <Tag tone="warn">{t('routing.touched')}</Tag>}
        </>
      ),
    },
    {
      key: 'category',
      title: t('field.category'),
      cell: ({ kind, category }) =>
        category === null
          ? t(lines.some((one) => one.kind === kind && one.category !== null) ? 'routing.others' : 'routing.all')
          : t(`category.${category}`),
    },
    {
      key: 'department',
      title: t('routing.goes-to'),
      cell: (line) =>
        onChange && fixed[line.kind] === undefined ? (
          <span className="routing-cell">
            <Select
              className="routing-department"
              value={line.department}
              aria-label={`${t('routing.goes-to')} ${nameOf(line)}`}
              options={askedDepartment.options.map((value) => ({ value, label: t(`department.${value}`) }))}
              onChange={(department: RoutingLine['department']) => onChange(withLine(lines, { ...line, department }))}
            />
            {line.category !== null && (
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${t('routing.remove')} ${nameOf(line)}`}
                title={t('routing.remove')}
                onClick={() => onChange(withoutLine(lines, line))}
              />
            )}
          </span>
        ) : (
          <span className="routing-cell">
            <DepartmentMark department={line.department} />
            {onChange && <span className="quiet">{t('routing.fixed')}</span>}
          </span>
        ),
    },
  ];
  return <DataTable caption={t('routing.lines')} columns={columns} rows={lines} rowKey={placeKey} />;
}
