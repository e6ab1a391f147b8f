import { CheckCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

interface DeskTabsProps {
  readonly tabs: readonly { readonly draftId: string; readonly title: string; readonly done: boolean }[];
  readonly active: string | undefined;
  readonly onShow: (draftId: string) => void;
}

/** The calls that are being written down, side by side. */
export function DeskTabs({ tabs, active, onShow }: DeskTabsProps) {
  const { t } = useTranslation();
  if (tabs.length < 2) return null;
  return (
    <nav className="desk-tabs" aria-label={t('desk.tabs')}>
      {tabs.map(({ draftId, title, done }) => (
        <button
          key={draftId}
          type="button"
          className="desk-tab"
          aria-current={draftId === active ? 'page' : undefined}
          onClick={() => onShow(draftId)}
        >
          {done && <CheckCircleFilled aria-label={t('receipt.accepted')} />} {title || t('desk.untitled')}
        </button>
      ))}
    </nav>
  );
}
