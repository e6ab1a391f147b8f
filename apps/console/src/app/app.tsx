import { KitProvider } from '@pledge/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { queriesOf } from '../api/queries.js';
import { send } from '../api/client.js';
import { SessionProvider, signedOutSignal, useMay } from '../session/session.js';
import { theme } from '../ui/theme.js';
import { ErrorBoundary } from './error-boundary.js';
import { Pages } from './pages.js';

const queries = queriesOf(() => signedOutSignal.dispatchEvent(new Event('signed-out')));

function useLocale(): Locale {
  const { i18n } = useTranslation();
  const [english, setEnglish] = useState<Locale | null>(null);
  const wantsEnglish = i18n.language === 'en';
  useEffect(() => {
    if (wantsEnglish) void import('antd/locale/en_US').then(({ default: locale }) => setEnglish(locale));
  }, [wantsEnglish]);
  return wantsEnglish && english ? english : zhCN;
}

function WithKit({ children }: { readonly children: ReactNode }) {
  return (
    <KitProvider send={send} may={useMay()}>
      {children}
    </KitProvider>
  );
}

export function App() {
  const locale = useLocale();
  return (
    <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }} form={{ requiredMark: true }}>
      <AntApp component={false} message={{ duration: 4 }}>
        <ErrorBoundary>
          <QueryClientProvider client={queries}>
            <SessionProvider>
              <BrowserRouter>
                <WithKit>
                  <Pages />
                </WithKit>
              </BrowserRouter>
            </SessionProvider>
          </QueryClientProvider>
        </ErrorBoundary>
      </AntApp>
    </ConfigProvider>
  );
}
