import type { Request } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ExplanationLines } from '../../ui/explanation-lines.js';

interface PrintedPromisesProps {
  readonly promises: Request['promises'];
  readonly onPrinted: () => void;
}

/** On paper every promise explains itself in words; once they stand there the page is printed. */
export function PrintedPromises({ promises, onPrinted }: PrintedPromisesProps) {
  const { t } = useTranslation();
  const { full } = useFormat();
  useEffect(() => {
    let frame = 0;
    let current = true;
    window.addEventListener('afterprint', onPrinted);
    // The explanations are fetched code: two frames after it has come they are drawn.
    void import('@pledge/promises').then(() => {
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          if (current) window.print();
        });
      });
    });
    return () => {
      current = false;
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', onPrinted);
    };
  }, [onPrinted]);
  return (
    <div className="print-only">
      {promises.map(({ promiseId, promise, dueAt, explanation }) => (
        <section key={promiseId}>
          <h3>
            {t(`promise.${promise}`)}: {full(dueAt)}
          </h3>
          <ExplanationLines explanation={explanation} />
        </section>
      ))}
    </div>
  );
}
