import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/primitives.js';
import { PurchaseOrders } from './purchase-orders.js';
import { Reservations } from './reservations.js';
import { StockTable } from './stock-table.js';

export function StockPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHead title={t('stock.title')} />
      <Tabs
        items={[
          { key: 'stock', label: t('stock.places'), children: <StockTable /> },
          { key: 'reservations', label: t('stock.reservations'), children: <Reservations /> },
          { key: 'purchase-orders', label: t('stock.purchase-orders'), children: <PurchaseOrders /> },
        ]}
      />
    </div>
  );
}
