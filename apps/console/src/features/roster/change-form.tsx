import type { Shift } from '@pledge/contracts/http';
import { Button, Form, Input, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandNotice } from '../../ui/command-notice.js';
import { Panel } from '../../ui/pieces.js';
import { useFormat } from '../../ui/use-format.js';
import { useNow } from '../../ui/use-now.js';
import type { ChangeValues } from './changes.js';
import { beginningOf, changesFor, swappable } from './changes.js';
import { ShiftFields } from './shift-fields.js';
import { useChanges } from './use-changes.js';

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
  const changes = useChanges(onClose);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.focus();
  }, []);
  const others = swappable(shift, shifts, now);
  const said = ({ startsAt, people: those }: Shift) =>
    `${short(startsAt)} ${those.map(({ name }) => name).join(t('punctuation.comma'))}`;
  const send = (values: ChangeValues) =>
    changes.mutate(
      changesFor(
        shift,
        values,
        people,
        shifts.find(({ id }) => id === values.swapWith),
      ),
    );
  return (
    <div ref={place} tabIndex={-1}>
      <Panel title={t('roster.change-of', { shift: said(shift) })} className="step">
        <CommandNotice error={changes.error} />
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
            <Button type="primary" htmlType="submit" loading={changes.isPending}>
              {t(swapWith ? 'roster.swap-send' : 'roster.change-send')}
            </Button>
            <Button onClick={onClose} disabled={changes.isPending}>
              {t('roster.leave')}
            </Button>
          </div>
        </Form>
      </Panel>
    </div>
  );
}
