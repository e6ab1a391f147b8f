import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useViewers } from './use-viewers.js';

interface ViewersNoticeProps {
  readonly subject: 'request' | 'envelope';
  readonly subjectId: string;
}

/** Says who else has the record open, for as long as I have. */
export function ViewersNotice({ subject, subjectId }: ViewersNoticeProps) {
  const { t } = useTranslation();
  const others = useViewers(subject, subjectId);
  if (others.length === 0) return null;
  const names = others.map(({ name }) => name).join(t('punctuation.comma'));
  return <Alert className="notice" type="info" showIcon title={t('viewers.others', { names })} />;
}
