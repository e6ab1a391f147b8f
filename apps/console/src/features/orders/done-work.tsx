import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { Order } from '@pledge/contracts/http';
import { signOrder } from '@pledge/contracts/http';
import { Facts, useKit, useSay } from '@pledge/ui';
import { useTranslation } from 'react-i18next';

/** What was done on site: conduct, measures, parts, signature. */
export function DoneWork({ record: order }: { readonly record: Order }) {
  const { t, short } = useSay();
  const { may } = useKit();
  const { conduct, measures, signature, arrivedAt, possible } = order;
  if (!conduct && !measures) return null;
  // Whoever lets the user sign has the measures quoted above the signature.
  const isQuoted = possible.includes('sign') && may(signOrder);
  const used = measures?.partsUsed.map(({ name, partId, quantity }) => `${name ?? partId} × ${String(quantity)}`);
  return (
    <section className="panel">
      <Facts
        groups={[
          [
            'order.work',
            {
              measures: !isQuoted && measures && <span className="pre">{measures.content}</span>,
              arrivedAt: arrivedAt && short(arrivedAt),
              completedAt: measures && short(measures.completedAt),
              conduct: conduct && <ConductMarks conduct={conduct} />,
              siteCleaned: measures && t(measures.siteCleaned ? 'answer.yes' : 'answer.no'),
              partsUsed: used?.join(t('punctuation.comma')),
              signedBy: signature?.signedBy,
              signedAt: signature && short(signature.signedAt),
              closedBy: order.closedBy?.name,
              closedAt: order.closedAt && short(order.closedAt),
            },
          ],
        ]}
      />
    </section>
  );
}

function ConductMarks({ conduct }: { readonly conduct: NonNullable<Order['conduct']> }) {
  const { t } = useTranslation();
  return (
    <span className="conduct">
      {(['badge', 'tidyDress', 'shoeCovers'] as const).map((duty) => (
        <span key={duty} className={conduct[duty] ? 'good-text' : 'bad-text'}>
          {conduct[duty] ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />} {t(`conduct.${duty}`)}
          <span className="unseen"> {t(conduct[duty] ? 'answer.yes' : 'answer.no')}</span>
        </span>
      ))}
    </span>
  );
}
