import { useTranslation } from 'react-i18next';
import type { PickedArticle } from '../../knowledge/article-search.js';
import { ArticleSearch } from '../../knowledge/article-search.js';
import { Panel } from '../../ui/primitives.js';
import { CustomerPanel } from './customer-panel.js';
import type { ReportValues } from './draft.js';
import { kindOf } from './kinds.js';

interface DeskSideProps {
  readonly values: ReportValues;
  readonly fill: (more: Partial<ReportValues>) => void;
  readonly onPick: (article: PickedArticle) => void;
}

/** Beside the form: what we know of the customer, and what the knowledge base says about what has been typed. */
export function DeskSide({ values, fill, onPick }: DeskSideProps) {
  const { t } = useTranslation();
  const kind = kindOf(values);
  const { customerId, siteId, category, description = '', subject } = values;
  const sought = (subject?.trim() || description.trim()).slice(0, 200);
  const knowledge = (
    <ArticleSearch
      following={sought}
      category={category}
      limit={5}
      {...(kind === 'fault' ? {} : { onPick, pickWord: t('knowledge.pick') })}
    />
  );
  const asks = kind !== 'fault' && kind !== 'status';
  return (
    <aside className="desk-side" aria-label={t('desk.customer')}>
      {asks && <Panel title={t('knowledge.title')}>{knowledge}</Panel>}
      {customerId ? (
        <CustomerPanel
          customerId={customerId}
          siteId={siteId}
          onContact={({ name, phone }) => fill({ reportedBy: { name, phone } })}
          onSite={(next) => {
            if (next !== siteId) fill({ siteId: next, equipmentId: undefined });
          }}
          onEquipment={(at, id) => fill({ siteId: at, equipmentId: id })}
        />
      ) : (
        <p className="desk-nobody quiet">{t('desk.nobody-yet')}</p>
      )}
      {!asks && (
        <details className="panel">
          <summary>{t('knowledge.search')}</summary>
          {knowledge}
        </details>
      )}
    </aside>
  );
}
