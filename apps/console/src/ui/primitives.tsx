import type { Department } from '@pledge/contracts';
import { Tag } from '@pledge/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function PageHead({
  title,
  number,
  children,
  actions,
}: Readonly<{ title: string; number?: string; children?: ReactNode; actions?: ReactNode }>) {
  return (
    <div className="page-head">
      <div className="page-head-words">
        <h1>
          {number !== undefined && <span className="number">{number}</span>}
          <span>{title}</span>
        </h1>
        {children}
      </div>
      {actions !== undefined && <div className="page-head-actions">{actions}</div>}
    </div>
  );
}

export function Panel({
  title,
  extra,
  children,
  className = '',
}: Readonly<{ title: string; extra?: ReactNode; children: ReactNode; className?: string }>) {
  return (
    <section className={`panel ${className}`}>
      <div className="panel-head">
        <h2>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  readonly wide?: boolean;
}

/** Names and values; what has no value is left out. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts
      .filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '')
      .map(({ name, value, wide = false }) => (
        <div key={name} className={wide ? 'fact wide' : 'fact'}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

export function DepartmentMark({ department }: { readonly department: Department }) {
  const { t } = useTranslation();
  return (
    <span className="department">
      <i className={`department-dot ${department}`} aria-hidden />
      {t(`department.${department}`)}
    </span>
  );
}

const impactSigns = {
  safety: ['bad', '●'],
  total: ['bad', '●'],
  major: ['warn', '◐'],
  partial: ['ink', '○'],
  none: ['ink', ''],
} as const;

/** How bad it is: by colour, by sign and by word. */
export function ImpactMark({ impact }: { readonly impact: keyof typeof impactSigns | null }) {
  const { t } = useTranslation();
  const [tone, sign] = impact ? impactSigns[impact] : (['ink', ''] as const);
  return (
    <span className={`impact ${tone}`}>
      {sign && <span aria-hidden>{sign} </span>}
      {t(`impact.${impact ?? 'unsaid'}`)}
    </span>
  );
}

/** A number that is masked for who sees it cannot be called. */
const canBeCalled = (phone: string) => /^[+\d][\d\s()-]*$/u.test(phone);

/** Somebody by name, called with one press where their number is known. */
export const PhoneLink = ({ name, phone }: Readonly<{ name: string; phone: string | null }>) => (
  <>
    {name}{' '}
    {phone !== null &&
      (canBeCalled(phone) ? (
        <a href={`tel:${phone.replaceAll(/[^+\d]/gu, '')}`} className="phone">
          {phone}
        </a>
      ) : (
        <span className="phone">{phone}</span>
      ))}
  </>
);

interface Warranty {
  readonly state: 'in-warranty' | 'extended' | 'out-of-warranty' | 'not-started';
  readonly endsOn: string | null;
}

/** The warranty today, and the day it ends or ended. */
export function WarrantyMark({ warranty: { state, endsOn } }: { readonly warranty: Warranty }) {
  const { t } = useTranslation();
  const covered = state === 'in-warranty' || state === 'extended';
  return (
    <Tag tone={covered ? 'good' : 'warn'}>
      {t(`warranty.${state}`)}
      {endsOn !== null && ` ${t(state === 'out-of-warranty' ? 'warranty.ended' : 'warranty.until', { day: endsOn })}`}
    </Tag>
  );
}
