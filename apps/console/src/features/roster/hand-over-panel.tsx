import type { Shift } from '@pledge/contracts/http';
import { handOverShift, listOpenMatters } from '@pledge/contracts/http';
import { CommandNotice, Tag, useApiQuery, useCommand, useFormat } from '@pledge/ui';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay, useUser } from '../../session/session.js';

interface HandOverPanelProps {
  readonly shift: Shift;
  readonly next: Shift | null;
}

/** What is open is handed to the next shift by somebody of this one. */
export function HandOverPanel({ shift, next }: HandOverPanelProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const { personId } = useUser();
  const open = useApiQuery(null, listOpenMatters, {}, { enabled: may(listOpenMatters) });
  const handOver = useCommand(handOverShift);
  if (!may(listOpenMatters) || !open.data) return null;
  const { items, count } = open.data;
  const inShift = shift.people.some((one) => one.personId === personId);
  return (
    <details className="hand-over">
      <summary>{t('roster.open', { count })}</summary>
      <ul
        className="card-list scroll"
        tabIndex={items.length > 4 ? 0 : undefined}
        aria-label={t('roster.open', { count })}
      >
        {items.map((one) => (
          <li key={one.id}>
            <Link to={one.type === 'request' ? `/requests/${one.id}` : `/envelopes/${one.id}`} className="number">
              {one.number ?? t(`matter.${one.type}`)}
            </Link>{' '}
            {one.who} <span className="quiet">{t(`channel.${one.channel}`)}</span>{' '}
            {one.dueAt && <Tag tone={one.overdue ? 'bad' : 'calm'}>{t('clock.due', { at: short(one.dueAt) })}</Tag>}
          </li>
        ))}
      </ul>
      <CommandNotice error={handOver.error} />
      {inShift && next && !shift.handedOver && (
        <Form<{ readonly toPersonId: string; readonly note?: string }>
          layout="vertical"
          initialValues={{ toPersonId: next.people[0]?.personId }}
          onFinish={({ toPersonId, note }) =>
            handOver.mutate({
              input: { params: { shiftId: shift.id }, body: { toPersonId, ...(note ? { note } : {}) } },
              ifMatch: shift.version,
            })
          }
        >
          <Form.Item name="toPersonId" label={t('roster.to')} rules={[{ required: true, message: t('form.required') }]}>
            <Select options={next.people.map((one) => ({ value: one.personId, label: one.name }))} />
          </Form.Item>
          <Form.Item name="note" label={t('roster.note')}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={handOver.isPending}>
            {t('roster.hand-over')}
          </Button>
        </Form>
      )}
    </details>
  );
}
