import { PlusOutlined } from '@ant-design/icons';
import type { Category, RequestKind } from '@pledge/contracts';
import { category as categories, requestKind } from '@pledge/contracts';
import type { RoutingLine } from '@pledge/contracts/http';
import { askedDepartment } from '@pledge/contracts/http';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fixed, placeKey, withLine } from './draft.js';

interface AddLineProps {
  readonly lines: readonly RoutingLine[];
  readonly onAdd: (lines: readonly RoutingLine[]) => void;
}

/** One category of a kind that goes elsewhere than the others. */
export function AddLine({ lines, onAdd }: AddLineProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<RequestKind>('consultation');
  const [category, setCategory] = useState<Category | null>(null);
  const [department, setDepartment] = useState<RoutingLine['department']>('support');
  const taken = new Set(lines.map(placeKey));
  return (
    <form
      className="routing-add"
      aria-label={t('routing.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (category === null) return;
        onAdd(withLine(lines, { kind, category, department }));
        setCategory(null);
      }}
    >
      <Select
        value={kind}
        aria-label={t('routing.kind')}
        onChange={(next: RequestKind) => {
          setKind(next);
          setCategory(null);
        }}
        options={requestKind.options
          .filter((value) => fixed[value] === undefined)
          .map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Select
        value={category}
        aria-label={t('field.category')}
        placeholder={t('field.category')}
        onChange={(next: Category) => setCategory(next)}
        options={categories.options.map((value) => ({
          value,
          label: t(`category.${value}`),
          disabled: taken.has(placeKey({ kind, category: value })),
        }))}
      />
      <Select
        value={department}
        aria-label={t('routing.goes-to')}
        onChange={(next: RoutingLine['department']) => setDepartment(next)}
        options={askedDepartment.options.map((value) => ({ value, label: t(`department.${value}`) }))}
      />
      <Button htmlType="submit" icon={<PlusOutlined aria-hidden />} disabled={category === null}>
        {t('routing.add')}
      </Button>
    </form>
  );
}
