import type { Order } from '@pledge/contracts/http';
import { signOrder } from '@pledge/contracts/http';
import { Button, Form, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import SignaturePad from 'signature_pad';
import { useOrderCommand } from './use-order-command.js';

const ink = '#10222a';

/** Draws on the canvas and gives it back as a PNG; a typed name stands in for who cannot draw. */
function usePad() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [isEmpty, setEmpty] = useState(true);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    element.width = element.offsetWidth * ratio;
    element.height = element.offsetHeight * ratio;
    element.getContext('2d')?.scale(ratio, ratio);
    const made = new SignaturePad(element, { penColor: ink, minWidth: 0.8, maxWidth: 2.4 });
    const drawn = () => setEmpty(made.isEmpty());
    made.addEventListener('endStroke', drawn);
    pad.current = made;
    return () => {
      made.removeEventListener('endStroke', drawn);
      made.off();
      pad.current = null;
    };
  }, []);
  const clear = () => {
    pad.current?.clear();
    setEmpty(true);
  };
  const write = (name: string) => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || name === '') return;
    pad.current?.clear();
    context.fillStyle = ink;
    context.font = `italic 44px ${getComputedStyle(element).fontFamily}`;
    context.textBaseline = 'middle';
    context.fillText(name, 24, element.offsetHeight / 2, element.offsetWidth - 48);
    setEmpty(false);
  };
  return { canvas, isEmpty, clear, write, image: () => canvas.current?.toDataURL('image/png') ?? '' };
}

export function SignStep({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { run, busy, notice } = useOrderCommand(signOrder, order);
  const [form] = Form.useForm<{ readonly signedBy: string }>();
  const { canvas, isEmpty, clear, write, image } = usePad();
  const [missing, setMissing] = useState(false);
  const sign = ({ signedBy }: { readonly signedBy: string }) => {
    setMissing(isEmpty);
    if (!isEmpty) run({ params: { orderId: order.id }, body: { signedBy, signature: image() } });
  };
  return (
    <Form form={form} layout="vertical" onFinish={sign} initialValues={{ signedBy: order.reportedBy.name }}>
      <p>{t('sign.statement')}</p>
      {order.measures && <blockquote className="answer">{order.measures.content}</blockquote>}
      <Form.Item name="signedBy" label={t('field.signedBy')} rules={[{ required: true, message: t('form.required') }]}>
        <Input maxLength={60} className="short-field" />
      </Form.Item>
      <div className="pad">
        <span id="pad-label">{t('sign.draw')}</span>
        <canvas ref={canvas} aria-labelledby="pad-label" role="img" />
        <div className="pad-actions">
          <Button size="small" onClick={clear}>
            {t('sign.clear')}
          </Button>
          <Button size="small" onClick={() => write(String(form.getFieldValue('signedBy') ?? '').trim())}>
            {t('sign.write')}
          </Button>
        </div>
      </div>
      {missing && isEmpty && (
        <p className="bad-text" role="alert">
          {t('sign.missing')}
        </p>
      )}
      {notice}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('sign.send')}
      </Button>
    </Form>
  );
}
