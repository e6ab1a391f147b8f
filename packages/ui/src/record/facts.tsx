import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A heading's word and, below it, a value by the name of its field. */
export type FactGroup = readonly [word: string, facts: Readonly<Record<string, ReactNode>>];

const isSaid = (value: ReactNode) => value !== null && value !== undefined && value !== false && value !== '';

/** Names and values in groups; what has no value is left out, and so is a group of nothing. */
export function Facts({ groups }: { readonly groups: readonly FactGroup[] }) {
  const { t } = useTranslation();
  return groups
    .map(([word, facts]) => [word, Object.entries(facts).filter(([, value]) => isSaid(value))] as const)
    .filter(([, facts]) => facts.length > 0)
    .map(([word, facts]) => (
      <section key={word} className="k-fact-group">
        <h3>{t(word)}</h3>
        <dl>
          {facts.map(([name, value]) => (
            <div key={name} className="k-fact">
              <dt>{t(`field.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    ));
}
