import type { Shift } from '@pledge/contracts/http';
import { planShifts, shiftKind } from '@pledge/contracts/http';
import { CommandNotice, useCommand } from '@pledge/ui';
import { instantOf } from '@pledge/ui/time';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/primitives.js';
import { ShiftFields } from './shift-fields.js';
import { dayAfter } from './stretch.js';

interface Planned {
  readonly kind: Shift['kind'];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly people: readonly string[];
}

interface PlanFormProps {
  /** Who can be put into a shift: everybody of the roster around. */
  readonly people: Shift['people'];
  readonly day: string;
}

/** One more shift; the first named is on call, the others stand in. */
export function PlanForm({ people, day }: PlanFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Planned>();
  const plan = useCommand(planShifts, { onDone: () => form.resetFields() });
  const required = [{ required: true, message: t('form.required') }];
  const send = ({ kind, startsAt, endsAt, people: chosen }: Planned) => {
    const shift = {
      kind,
      startsAt: instantOf(startsAt) ?? startsAt,
      endsAt: instantOf(endsAt) ?? endsAt,
      people: chosen.flatMap((personId) => people.filter((one) => one.personId === personId)),
    };
    plan.mutate({ input: { body: { shifts: [shift] } } });
  };
  return (
    <Panel title={t('roster.plan')}>
      <CommandNotice error={plan.error} />
      <Form<Planned>
        form={form}
        layout="vertical"
        key={day}
        initialValues={{ kind: 'night', startsAt: `${day}T20:00`, endsAt: `${dayAfter(day, 1)}T08:00`, people: [] }}
        onFinish={send}
      >
        <div className="fields">
          <Form.Item name="kind" label={t('roster.kind')} rules={required}>
            <Select options={shiftKind.options.map((value) => ({ value, label: t(`shift-kind.${value}`) }))} />
          </Form.Item>
          <ShiftFields people={people} />
        </div>
        <Button type="primary" htmlType="submit" loading={plan.isPending}>
          {t('roster.plan-send')}
        </Button>
      </Form>
    </Panel>
  );
}
