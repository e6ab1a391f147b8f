import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Drawer } from './drawer.js';

const shortcuts = [
  { word: 'palette', keys: ['Ctrl', 'K'] },
  { word: 'help', keys: ['?'] },
  { word: 'rows', keys: ['J', 'K'] },
  { word: 'tick', keys: ['X'] },
  { word: 'send', keys: ['Ctrl', 'Enter'] },
  { word: 'choose', keys: ['←', '→'] },
  { word: 'field', keys: ['Tab'] },
  { word: 'close', keys: ['Esc'] },
] as const;

/** Which keys do what. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer label={t('shortcut.title')} onClose={onClose}>
      <h2>{t('shortcut.title')}</h2>
      <dl className="shortcuts">
        {shortcuts.map(({ word, keys }) => (
          <div key={word}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`shortcut.${word}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('shortcut.mac')}</p>
      <Button onClick={onClose}>{t('shortcut.leave')}</Button>
    </Drawer>
  );
}
