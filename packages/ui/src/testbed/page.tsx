import { clientOf } from '@pledge/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import i18next from 'i18next';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { BrowserRouter, Route, Routes } from 'react-router';
import { KitProvider } from '../kit.js';
import en from '../messages/en.json';
import zh from '../messages/zh.json';
import '../style/index.css';
import { TicketPage, TicketsPage } from './tickets.js';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, networkMode: 'always' }, mutations: { networkMode: 'always' } },
});
const { send } = clientOf();

/** What a live update does to what is shown. */
Object.assign(window, { liveUpdate: () => queries.invalidateQueries({ queryKey: ['live'] }) });

const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh';
/** Other words show their keys. */
const words = {
  command: { closeTicket: { do: 'close', done: 'closed', sure: 'no way back' } },
  field: { cause: 'Cause', level: 'Level', status: 'Status' },
};
document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
await i18next.use(initReactI18next).init({
  lng: language,
  resources: { zh: { translation: { ...zh, ...words } }, en: { translation: { ...en, ...words } } },
  interpolation: { escapeValue: false },
});

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <ConfigProvider theme={{ token: { motion: false, colorPrimary: '#14595a', colorTextPlaceholder: '#5a6971' } }}>
    <App component={false}>
      <QueryClientProvider client={queries}>
        <KitProvider send={send} may={() => true}>
          <BrowserRouter>
            <main>
              <Routes>
                <Route path="tickets" element={<TicketsPage />} />
                <Route path="tickets/:ticketId" element={<TicketPage />} />
              </Routes>
            </main>
          </BrowserRouter>
        </KitProvider>
      </QueryClientProvider>
    </App>
  </ConfigProvider>,
);
