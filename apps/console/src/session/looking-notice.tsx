import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLooking } from './use-looking.js';

interface LookingNoticeProps {
  readonly subject: 'request' | 'envelope';
  readonly subjectId: string;
}

/** Says who else has the record open, for as long as I have. */
export function LookingNotice({ subject, subjectId }: LookingNoticeProps) {
  const { t } = useTranslation();
  const others = useLooking(subject, subjectId);
  if (others.length === 0) return null;
  const names = others.map(({ name }) => name).join(t('punctuation.comma'));
  return <Alert className="notice" type="info" showIcon title={t('looking.others', { names })} />;
}
