import type { Session } from '@pledge/contracts/http';
import { listDemoPeople } from '@pledge/contracts/http';
import { Skeleton, useApiQuery } from '@pledge/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.js';
import { Mark } from '../../ui/mark.js';
import { LanguageSwitch } from '../../i18n/language-switch.js';
import { DemoPeople } from './demo-people.js';
import { PasswordForm } from './password-form.js';

export function SignInPage() {
  const { t } = useTranslation();
  const { enter } = useSession();
  const queries = useQueryClient();
  const people = useApiQuery('still', listDemoPeople, {}, { staleTime: 60_000 });
  const begin = (session: Session) => {
    queries.removeQueries({ queryKey: ['live'] });
    enter(session);
  };
  const demo = people.data?.items ?? [];
  return (
    <div className="sign-in">
      <header className="top">
        <Mark />
        <span className="top-space" />
        <LanguageSwitch />
      </header>
      <main id="main" className="sign-in-main">
        <div className="sign-in-words">
          <h1>{t('sign-in.title')}</h1>
          <p>{t('sign-in.lead')}</p>
        </div>
        {people.isPending ? (
          <Skeleton count={5} />
        ) : demo.length > 0 ? (
          <DemoPeople people={demo} onEnter={begin} />
        ) : (
          <PasswordForm onEnter={begin} />
        )}
      </main>
    </div>
  );
}
