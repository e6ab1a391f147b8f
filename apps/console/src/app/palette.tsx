import { takeEnvelope, takeRequest } from '@pledge/contracts/http';
import { CommandNotice } from '@pledge/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { send } from '../api/client.js';
import { changeLanguage } from '../i18n/i18n.js';
import type { PaletteItem } from './palette-items.js';
import { stepped, takeableAt } from './palette-items.js';
import { Drawer } from './drawer.js';
import { usePaletteItems } from './use-palette-items.js';
import { useSignOut } from './use-sign-out.js';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

/** One field for everything: records by number, name, serial or words, pages, and what can be done here. */
export function Palette({ onClose, onHelp }: PaletteProps) {
  const { t, i18n } = useTranslation();
  const go = useNavigate();
  const { pathname } = useLocation();
  const queries = useQueryClient();
  const signOutNow = useSignOut();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { items, searching, failed } = usePaletteItems(typed);
  const active = items[Math.min(at, items.length - 1)];
  const take = useMutation({
    mutationFn: async () => {
      const here = takeableAt(pathname);
      if (here?.type === 'request') await send(takeRequest, { params: { requestId: here.id } });
      if (here?.type === 'envelope') await send(takeEnvelope, { params: { envelopeId: here.id } });
    },
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['live'] }),
  });
  const choose = ({ leads }: PaletteItem) => {
    if ('to' in leads) {
      onClose();
      void go(leads.to);
    } else if (leads.does === 'take') take.mutate();
    else if (leads.does === 'help') onHelp();
    else {
      onClose();
      void (leads.does === 'language' ? changeLanguage(i18n.language === 'en' ? 'zh' : 'en') : signOutNow());
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (by) setAt(stepped(Math.min(at, items.length - 1), by, items.length));
    else if (event.key === 'Enter' && active) choose(active);
    else return;
    event.preventDefault();
  };
  const idOf = (item: PaletteItem) => `${list}-${items.indexOf(item)}`;
  return (
    <Drawer label={t('palette.title')} onClose={onClose}>
      <input
        className="palette-field"
        type="text"
        role="combobox"
        autoFocus
        autoComplete="off"
        maxLength={100}
        aria-label={t('palette.title')}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={active ? idOf(active) : undefined}
        placeholder={t('palette.hint')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <CommandNotice error={take.error} />
      <p className="palette-said quiet" role="status">
        {t(failed ? 'state.failed' : searching ? 'state.loading' : 'palette.count', { count: items.length })}
      </p>
      <div id={list} className="palette-list" role="listbox" aria-label={t('palette.title')}>
        {(['actions', 'pages', 'records'] as const)
          .map((group) => ({ group, those: items.filter((item) => item.group === group) }))
          .filter(({ those }) => those.length > 0)
          .map(({ group, those }) => (
            <div key={group} role="group" aria-label={t(`palette.group-${group}`)}>
              <p className="palette-group" aria-hidden>
                {t(`palette.group-${group}`)}
              </p>
              {those.map((item) => (
                <div
                  key={item.key}
                  id={idOf(item)}
                  role="option"
                  aria-selected={item === active}
                  className="palette-item"
                  ref={item === active ? (line) => line?.scrollIntoView({ block: 'nearest' }) : undefined}
                  onClick={() => choose(item)}
                >
                  {item.title}
                  {item.detail && <span className="quiet"> {item.detail}</span>}
                </div>
              ))}
            </div>
          ))}
      </div>
    </Drawer>
  );
}
