import type { SupportRequest } from '@pledge/contracts/http';
import { Tag } from '@pledge/ui';
import { useTranslation } from 'react-i18next';

const tones = { raised: 'warn', accepted: 'info', answered: 'good' } as const;

export function SupportMark({ status }: Pick<SupportRequest, 'status'>) {
  const { t } = useTranslation();
  return <Tag tone={tones[status]}>{t(`support-status.${status}`)}</Tag>;
}
