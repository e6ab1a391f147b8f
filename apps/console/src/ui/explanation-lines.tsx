import type { Explanation } from '@pledge/contracts';
import { Skeleton, useFormat } from '@pledge/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** How a due time came about, in sentences; the words and the calendar are fetched when somebody asks. */
export function ExplanationLines({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    import('@pledge/promises').then(
      ({ explain }) => {
        if (current) setLines(explain(explanation, language));
      },
      () => {
        if (current) setFailed(true);
      },
    );
    return () => {
      current = false;
    };
  }, [explanation, language]);
  if (failed) return <p role="alert">{t('state.failed')}</p>;
  if (!lines) return <Skeleton count={3} />;
  return (
    <ul className="explanation">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
