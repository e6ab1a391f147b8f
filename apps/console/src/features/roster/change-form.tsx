import type { Shift } from '@pledge/contracts/http';
import { changeShift, swapShifts } from '@pledge/contracts/http';
import { CommandNotice, useCommand, useFormat, useNow } from '@pledge/ui';
import { Button, Form, Input, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/primitives.js';
import type { ChangeValues } from './changes.js';
import { beginningOf, changeFor, swappable } from './changes.js';
import { ShiftFields } from './shift-fields.js';

interface ChangeFormProps {
  readonly shift: Shift;
  readonly shifts: readonly Shift[];
  readonly people: Shift['people'];
  readonly onClose: () => void;
}

/** A shift that turns out otherwise: other people, other times, or swapped with another; always with why. */
export function ChangeForm({ shift, shifts, people, onClose }: ChangeFormProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const now = useNow();
  const [form] = Form.useForm<ChangeValues>();
  const swapWith = Form.useWatch('swapWith', form);
  const change = useCommand(changeShift, { onDone: onClose });
  const swap = useCommand(swapShifts, { onDone: onClose });
  const busy = change.isPending || swap.isPending;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.focus();
  }, []);
  const others = swappable(shift, shifts, now);
  const said = ({ startsAt, people: those }: Shift) =>
    `${short(startsAt)} ${those.map(({ name }) => name).join(t('punctuation.comma'))}`;
  const send = (values: ChangeValues) => {
    change.reset();
    swap.reset();
    const other = shifts.find(({ id }) => id === values.swapWith);
    if (!other) {
      const { shiftId, version, body } = changeFor(shift, values, people);
      change.mutate({ input: { params: { shiftId }, body }, ifMatch: version });
      return;
    }
    const { reason } = values;
    const body = { version: shift.version, withShiftId: other.id, withVersion: other.version, reason };
    swap.mutate({ input: { params: { shiftId: shift.id }, body } });
  };
  return (
    <div ref={place} tabIndex={-1}>
      <Panel title={t('roster.change-of', { shift: said(shift) })} className="step">
        <CommandNotice error={change.error ?? swap.error} />
        <Form<ChangeValues> form={form} layout="vertical" initialValues={beginningOf(shift)} onFinish={send}>
          <div className="fields">
            <Form.Item name="swapWith" label={t('roster.swap')} extra={t('roster.swap-hint')} className="wide">
              <Select allowClear options={others.map((other) => ({ value: other.id, label: said(other) }))} />
            </Form.Item>
            {!swapWith && <ShiftFields people={people} />}
            <Form.Item
              name="reason"
              label={t('field.reason')}
              className="wide"
              rules={[{ required: true, whitespace: true, message: t('form.required') }]}
            >
              <Input maxLength={300} />
            </Form.Item>
          </div>
          <div className="actions">
            <Button type="primary" htmlType="submit" loading={busy}>
              {t(swapWith ? 'roster.swap-send' : 'roster.change-send')}
            </Button>
            <Button onClick={onClose} disabled={busy}>
              {t('roster.leave')}
            </Button>
          </div>
        </Form>
      </Panel>
    </div>
  );
}
