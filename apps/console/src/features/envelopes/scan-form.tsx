import { UploadOutlined } from '@ant-design/icons';
import { registerEnvelope } from '@pledge/contracts/http';
import { CommandNotice } from '@pledge/ui';
import { instantOf } from '@pledge/ui/time';
import { Button, Form, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sizeOf } from '../../ui/file-size.js';
import { Panel } from '../../ui/primitives.js';
import type { ScanProblem } from './scan.js';
import { problemOf, withMore } from './scan.js';
import { useScan } from './use-scan.js';

const channels = registerEnvelope.body.shape.channel.options;

interface Scanned {
  readonly channel: (typeof channels)[number];
  readonly receivedAt?: string;
  readonly subject?: string;
  readonly name?: string;
  readonly phone?: string;
}

const filled = (text: string | undefined) => (text?.trim() ? text : undefined);

/** What came on paper: its pages are stored first, and transcribed after, with the image beside the form. */
export function ScanForm() {
  const { t } = useTranslation();
  const go = useNavigate();
  const field = useId();
  const [open, setOpen] = useState(false);
  const [pages, setPages] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState<ScanProblem | null>(null);
  const { scan, count } = useScan(({ id }) => void go(`/envelopes/${id}`));
  if (!open) {
    return (
      <p className="scan-open">
        <Button icon={<UploadOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {t('scan.open')}
        </Button>
      </p>
    );
  }
  const choose = (next: readonly File[]) => {
    setPages(next);
    setProblem(next.length === 0 ? null : problemOf(next));
  };
  const submit = ({ channel, receivedAt = '', subject, name, phone }: Scanned) => {
    const found = problemOf(pages);
    setProblem(found);
    if (found) return;
    const at = instantOf(receivedAt);
    const from = { ...(filled(name) && { name }), ...(filled(phone) && { phone }) };
    const about = { channel, from, ...(at && { receivedAt: at }), ...(filled(subject) && { subject }) };
    scan.mutate({ pages, about });
  };
  return (
    <Panel title={t('scan.title')} className="step">
      <CommandNotice error={scan.error} />
      <Form<Scanned> layout="vertical" initialValues={{ channel: 'fax' }} onFinish={submit}>
        <div className="fields">
          <div className="wide scan-pages">
            <label htmlFor={field}>{t('scan.pages')}</label>
            <input
              id={field}
              type="file"
              multiple
              accept="image/*,application/pdf"
              aria-invalid={problem !== null}
              aria-describedby={`${field}-said`}
              onChange={({ target }) => {
                choose(withMore(pages, [...(target.files ?? [])]));
                target.value = '';
              }}
            />
            <p id={`${field}-said`} className={problem ? 'scan-problem' : 'quiet'} role={problem ? 'alert' : undefined}>
              {t(`scan.${problem ?? 'hint'}`)}
            </p>
            <ul className="card-list">
              {pages.map((page) => (
                <li key={`${page.name}/${page.size}`}>
                  {page.name} <span className="quiet">{sizeOf(page.size)}</span>{' '}
                  <Button
                    size="small"
                    type="text"
                    aria-label={`${t('scan.remove')} ${page.name}`}
                    onClick={() => choose(pages.filter((one) => one !== page))}
                  >
                    ×
                  </Button>
                </li>
              ))}
            </ul>
          </div>
          <Form.Item name="channel" label={t('scan.channel')} rules={[{ required: true, message: t('form.required') }]}>
            <Select options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))} />
          </Form.Item>
          <Form.Item name="receivedAt" label={t('field.receivedAt')} extra={t('report.received-hint')}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="name" label={t('envelopes.from')}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={t('field.phone')}>
            <Input type="tel" maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="subject" label={t('report.subject')} className="wide">
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={scan.isPending}>
            {scan.isPending ? t('scan.sending', { done: count, count: pages.length }) : t('scan.send')}
          </Button>
          <Button disabled={scan.isPending} onClick={() => setOpen(false)}>
            {t('scan.close')}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
