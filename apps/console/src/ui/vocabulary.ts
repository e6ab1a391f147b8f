import { category, channel, department, impact, nature, pauseReason } from '@pledge/contracts';
import { useTranslation } from 'react-i18next';

const lists = {
  category: category.options,
  channel: channel.options,
  department: department.options,
  impact: impact.options,
  nature: nature.options,
  'pause-reason': pauseReason.options,
} as const;

/** The options of a closed list, in the language of the screen. */
export function useOptions(list: keyof typeof lists) {
  const { t } = useTranslation();
  return lists[list].map((value) => ({ value, label: t(`${list}.${value}`) }));
}
