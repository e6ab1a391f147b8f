import {
  CheckCircleFilled,
  CheckCircleOutlined,
  ClockCircleOutlined,
  HourglassOutlined,
  MinusCircleOutlined,
  PauseCircleFilled,
  WarningFilled,
} from '@ant-design/icons';
import type { PromiseState } from '@pledge/contracts/http';
import { useTranslation } from 'react-i18next';

const icons: Readonly<Record<PromiseState, typeof WarningFilled>> = {
  breached: WarningFilled,
  'at-risk': HourglassOutlined,
  running: ClockCircleOutlined,
  paused: PauseCircleFilled,
  kept: CheckCircleFilled,
  'done-late': CheckCircleOutlined,
  void: MinusCircleOutlined,
};

/** How a promise stands: by colour, by sign and by word. */
export function StateMark({ state }: { readonly state: PromiseState }) {
  const { t } = useTranslation();
  const Icon = icons[state];
  return (
    <span className={`state ${state}`}>
      <Icon aria-hidden /> {t(`promise-state.${state}`)}
    </span>
  );
}

export function StateIcon({ state }: { readonly state: PromiseState }) {
  const { t } = useTranslation();
  const Icon = icons[state];
  return <Icon role="img" aria-label={t(`promise-state.${state}`)} title={t(`promise-state.${state}`)} />;
}
