import type { Order } from '@pledge/contracts/http';
import type { WidgetProps } from '@pledge/ui';
import { Button, Form } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import SignaturePad from 'signature_pad';

const ink = '#10222a';

/** Drawn on a canvas and kept as a PNG; a typed name stands in for who cannot draw. */
export function SignatureField({ id, onChange, 'aria-describedby': described }: WidgetProps<string, Order>) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  }, [onChange]);
  const keep = () => change.current?.(canvas.current?.toDataURL('image/png'));

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    element.width = element.offsetWidth * ratio;
    element.height = element.offsetHeight * ratio;
    element.getContext('2d')?.scale(ratio, ratio);
    const made = new SignaturePad(element, { penColor: ink, minWidth: 0.8, maxWidth: 2.4 });
    made.addEventListener('endStroke', keep);
    pad.current = made;
    return () => {
      made.removeEventListener('endStroke', keep);
      made.off();
      pad.current = null;
    };
  }, []);

  const clear = () => {
    pad.current?.clear();
    onChange?.(undefined);
  };
  const write = () => {
    const name = String(form.getFieldValue('signedBy') ?? '').trim();
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || name === '') return;
    pad.current?.clear();
    context.fillStyle = ink;
    context.font = `italic 44px ${getComputedStyle(element).fontFamily}`;
    context.textBaseline = 'middle';
    context.fillText(name, 24, element.offsetHeight / 2, element.offsetWidth - 48);
    keep();
  };
  return (
    <div className="pad" id={id} role="group" aria-label={t('sign.draw')} aria-describedby={described}>
      <canvas ref={canvas} aria-label={t('sign.draw')} role="img" />
      <div className="pad-actions">
        <Button size="small" onClick={clear}>
          {t('sign.clear')}
        </Button>
        <Button size="small" onClick={write}>
          {t('sign.write')}
        </Button>
      </div>
    </div>
  );
}
