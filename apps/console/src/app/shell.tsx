import { LogoutOutlined, MenuOutlined, SearchOutlined } from '@ant-design/icons';
import { getBoard } from '@pledge/contracts/http';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useMay, useUser } from '../session/session.js';
import { Mark } from '../ui/mark.js';
import { LanguageSwitch } from '../i18n/language-switch.js';
import { LiveLink, OfflineBanner } from './live-link.js';
import { Palette } from './palette.js';
import { sections } from './sections.js';
import { ShortcutHelp } from './shortcut-help.js';
import { useKeys } from './use-keys.js';
import { useLive } from './use-live.js';
import { useSignOut } from './use-sign-out.js';

/** Shown on the button, and so part of its name: whoever speaks to the page says what they see. */
const paletteKeys = 'Ctrl K';

function Person() {
  const { t } = useTranslation();
  const user = useUser();
  const signOutNow = useSignOut();
  return (
    <div className="person">
      <span className="person-name">{user.name}</span>
      <span className="person-role">{t(`role.${user.role}`)}</span>
      <Button
        type="text"
        size="small"
        className="on-dark"
        icon={<LogoutOutlined aria-hidden />}
        onClick={() => void signOutNow()}
        aria-label={t('session.sign-out')}
        title={t('session.sign-out')}
      />
    </div>
  );
}

function Sections({ open, onGo }: { readonly open: boolean; readonly onGo: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <nav id="sections" className={open ? 'sections open' : 'sections'} aria-label={t('nav.label')}>
      <ul>
        {sections
          .filter(({ needs }) => may(needs))
          .map(({ to, word }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/'} onClick={onGo}>
                {t(word)}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}

export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const { open: dialog, show, close } = useKeys();
  const link = useLive(useMay()(getBoard));

  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <header className="top">
        <Button
          type="text"
          className="on-dark menu-button"
          icon={<MenuOutlined aria-hidden />}
          aria-label={t('nav.menu')}
          aria-expanded={open}
          aria-controls="sections"
          onClick={() => setOpen(!open)}
        />
        <Mark />
        <span className="top-space" />
        <Button
          type="text"
          size="small"
          className="on-dark palette-button"
          icon={<SearchOutlined aria-hidden />}
          aria-label={`${t('palette.title')} ${paletteKeys}`}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => show('palette')}
        >
          <kbd>{paletteKeys}</kbd>
        </Button>
        <LiveLink state={link} />
        <LanguageSwitch />
        <Person />
      </header>
      <div className="below">
        <Sections open={open} onGo={() => setOpen(false)} />
        <main id="main" tabIndex={-1}>
          {link === 'offline' && <OfflineBanner />}
          {children}
        </main>
      </div>
      {dialog === 'help' && <ShortcutHelp onClose={close} />}
      {dialog === 'palette' && <Palette onClose={close} onHelp={() => show('help')} />}
    </div>
  );
}
