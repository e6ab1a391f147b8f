import { CheckCircleFilled, DisconnectOutlined, SyncOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LinkState } from './use-live.js';

const icons: Readonly<Record<LinkState, typeof SyncOutlined>> = {
  connected: CheckCircleFilled,
  connecting: SyncOutlined,
  reconnecting: SyncOutlined,
  offline: DisconnectOutlined,
};

export function LiveLink({ state }: { readonly state: LinkState }) {
  const { t } = useTranslation();
  const Icon = icons[state];
  return (
    <span className={`live-link ${state}`} role="status" title={t(`live.${state}`)}>
      <Icon aria-hidden />
      <span className="live-word">{t(`live.${state}`)}</span>
    </span>
  );
}

export function OfflineBanner() {
  const { t } = useTranslation();
  return (
    <Alert
      className="banner"
      type="warning"
      showIcon
      title={t('live.offline-title')}
      description={t('live.offline-detail')}
    />
  );
}
