import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { useSession } from '../session/session.js';
import { Broken, NotFound, PageSkeleton } from '../ui/states.js';
import { Shell } from './shell.js';

const SignInPage = lazy(() => import('../features/sign-in/sign-in-page.js'));
const BoardPage = lazy(() => import('../features/board/board-page.js'));
const ReportPage = lazy(() => import('../features/report/report-page.js'));
const RequestsPage = lazy(() => import('../features/requests/requests-page.js'));
const RequestPage = lazy(() => import('../features/requests/request-page.js'));
const OrdersPage = lazy(() => import('../features/orders/orders-page.js'));
const OrderPage = lazy(() => import('../features/orders/order-page.js'));
const StockPage = lazy(() => import('../features/stock/stock-page.js'));
const SupportPage = lazy(() => import('../features/support/support-page.js'));
const PromisesPage = lazy(() => import('../features/promises/promises-page.js'));
const RepairRecordsPage = lazy(() => import('../features/repair-records/repair-records-page.js'));
const DeadLettersPage = lazy(() => import('../features/dead-letters/dead-letters-page.js'));
const ProgressPage = lazy(() => import('../features/progress/progress-page.js'));

function StaffPages() {
  const { state, ask } = useSession();
  if (state.status === 'asking') return <PageSkeleton />;
  if (state.status === 'unreachable') return <Broken unreachable onRetry={ask} />;
  if (state.status === 'signed-out') return <SignInPage />;
  return (
    <Shell>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route index element={<BoardPage />} />
          <Route path="report" element={<ReportPage />} />
          <Route path="requests" element={<RequestsPage />} />
          <Route path="requests/:requestId" element={<RequestPage />} />
          <Route path="orders" element={<OrdersPage />} />
          <Route path="orders/:orderId" element={<OrderPage />} />
          <Route path="stock" element={<StockPage />} />
          <Route path="support" element={<SupportPage />} />
          <Route path="promises" element={<PromisesPage />} />
          <Route path="repair-records" element={<RepairRecordsPage />} />
          <Route path="admin/dead-letters" element={<DeadLettersPage />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}

export function Pages() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route path="p/:publicToken" element={<ProgressPage />} />
        <Route path="*" element={<StaffPages />} />
      </Routes>
    </Suspense>
  );
}
