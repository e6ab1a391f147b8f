import type { Session, User } from '@pledge/contracts/http';
import { signInAsDemo } from '@pledge/contracts/http';
import { CommandNotice, useCommand } from '@pledge/ui';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byDepartment } from './by-department.js';

interface DemoPeopleProps {
  readonly people: readonly User[];
  readonly onEnter: (session: Session) => void;
}

export function DemoPeople({ people, onEnter }: DemoPeopleProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const enter = useCommand(signInAsDemo, { onDone: onEnter });
  const groups = byDepartment(people, (user) => `${user.name} ${t(`role.${user.role}`)} ${user.username}`, wanted);
  return (
    <>
      <div className="demo-bar">
        <p>{t('sign-in.demo-hint')}</p>
        <Input.Search
          allowClear
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          placeholder={t('sign-in.find')}
          aria-label={t('sign-in.find')}
        />
      </div>
      <CommandNotice error={enter.error} />
      {groups.length === 0 && <p className="quiet">{t('sign-in.nobody')}</p>}
      <div className="demo-groups">
        {groups.map(({ group, people: members }) => (
          <section key={group} className="demo-group">
            <h2>
              <i className={`department-dot ${group}`} aria-hidden />
              {t(`demo-group.${group}`)}
            </h2>
            <ul>
              {members.map((user) => (
                <li key={user.personId}>
                  <button
                    type="button"
                    className="demo-person"
                    disabled={enter.isPending}
                    onClick={() => enter.mutate({ input: { body: { role: user.role, personId: user.personId } } })}
                  >
                    <span className="demo-name">{user.name}</span>
                    <span className="demo-role">{t(`role.${user.role}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
