import { getBoard, listDrafts } from '@pledge/contracts/http';
import { Broken, NotFound, PageSkeleton } from '@pledge/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { useMay, useSession } from '../session/session.js';
import { ErrorBoundary } from './error-boundary.js';
import { Shell } from './shell.js';

const SignInPage = lazy(async () => ({ default: (await import('../features/sign-in/sign-in-page.js')).SignInPage }));
const BoardPage = lazy(async () => ({ default: (await import('../features/board/board-page.js')).BoardPage }));
const DeskPage = lazy(async () => ({ default: (await import('../features/desk/desk-page.js')).DeskPage }));
const EnvelopesPage = lazy(async () => ({
  default: (await import('../features/envelopes/envelopes-page.js')).EnvelopesPage,
}));
const EnvelopePage = lazy(async () => ({
  default: (await import('../features/envelopes/envelope-page.js')).EnvelopePage,
}));
const StatusPage = lazy(async () => ({ default: (await import('../features/envelopes/status-page.js')).StatusPage }));
const QueuesPage = lazy(async () => ({ default: (await import('../features/queues/queues-page.js')).QueuesPage }));
const RosterPage = lazy(async () => ({ default: (await import('../features/roster/roster-page.js')).RosterPage }));
const TemplatesPage = lazy(async () => ({
  default: (await import('../features/templates/templates-page.js')).TemplatesPage,
}));
const RoutingPage = lazy(async () => ({ default: (await import('../features/routing/routing-page.js')).RoutingPage }));
const LabelPage = lazy(async () => ({ default: (await import('../features/label/label-page.js')).LabelPage }));
const RequestsPage = lazy(async () => ({
  default: (await import('../features/requests/requests-page.js')).RequestsPage,
}));
const RequestPage = lazy(async () => ({ default: (await import('../features/requests/request-page.js')).RequestPage }));
const OrdersPage = lazy(async () => ({ default: (await import('../features/orders/orders-page.js')).OrdersPage }));
const OrderPage = lazy(async () => ({ default: (await import('../features/orders/order-page.js')).OrderPage }));
const StockPage = lazy(async () => ({ default: (await import('../features/stock/stock-page.js')).StockPage }));
const ReservationsPage = lazy(async () => ({
  default: (await import('../features/stock/reservations-page.js')).ReservationsPage,
}));
const PurchaseOrderPage = lazy(async () => ({
  default: (await import('../features/purchasing/purchase-order-page.js')).PurchaseOrderPage,
}));
const SuppliersPage = lazy(async () => ({
  default: (await import('../features/purchasing/suppliers-page.js')).SuppliersPage,
}));
const PurchaseOrdersPage = lazy(async () => ({
  default: (await import('../features/purchasing/purchase-orders-page.js')).PurchaseOrdersPage,
}));
const SupportRequestsPage = lazy(async () => ({
  default: (await import('../features/support/support-requests-page.js')).SupportRequestsPage,
}));
const SupportRequestPage = lazy(async () => ({
  default: (await import('../features/support/support-request-page.js')).SupportRequestPage,
}));
const QuestionsPage = lazy(async () => ({
  default: (await import('../features/questions/questions-page.js')).QuestionsPage,
}));
const MattersPage = lazy(async () => ({ default: (await import('../features/matters/matters-page.js')).MattersPage }));
const KnowledgePage = lazy(async () => ({
  default: (await import('../features/knowledge/knowledge-page.js')).KnowledgePage,
}));
const ArticlePage = lazy(async () => ({
  default: (await import('../features/knowledge/article-page.js')).ArticlePage,
}));
const WriteArticlePage = lazy(async () => ({
  default: (await import('../features/knowledge/article-form-page.js')).WriteArticlePage,
}));
const ReviseArticlePage = lazy(async () => ({
  default: (await import('../features/knowledge/article-form-page.js')).ReviseArticlePage,
}));
const PromisesPage = lazy(async () => ({
  default: (await import('../features/promises/promises-page.js')).PromisesPage,
}));
const RepairRecordsPage = lazy(async () => ({
  default: (await import('../features/repair-records/repair-records-page.js')).RepairRecordsPage,
}));
const DeadLettersPage = lazy(async () => ({
  default: (await import('../features/dead-letters/dead-letters-page.js')).DeadLettersPage,
}));
const ProgressPage = lazy(async () => ({
  default: (await import('../features/progress/progress-page.js')).ProgressPage,
}));

/** Before the shell is there, or where none is. */
function Waiting() {
  const { t } = useTranslation();
  return (
    <main>
      <h1 className="unseen">{t('product.title')}</h1>
      <PageSkeleton />
    </main>
  );
}

function StaffPages() {
  const { state, ask } = useSession();
  const may = useMay();
  const { pathname } = useLocation();
  if (state.status === 'asking') return <Waiting />;
  if (state.status === 'unreachable') return <Broken unreachable onRetry={ask} />;
  if (state.status === 'signed-out') return <SignInPage />;
  return (
    <Shell>
      <ErrorBoundary place={pathname}>
        <Suspense fallback={<PageSkeleton />}>
          <Routes>
            <Route index element={may(getBoard) ? <BoardPage /> : <Navigate to="/requests" replace />} />
            <Route path="desk" element={may(listDrafts) ? <DeskPage /> : <NotFound />} />
            <Route path="report" element={<Navigate to="/desk" replace />} />
            <Route path="envelopes" element={<EnvelopesPage />} />
            <Route path="envelopes/:envelopeId" element={<EnvelopePage />} />
            <Route path="queues" element={<Navigate to="/queues/new" replace />} />
            <Route path="queues/:queue" element={<QueuesPage />} />
            <Route path="roster" element={<RosterPage />} />
            <Route path="templates" element={<TemplatesPage />} />
            <Route path="routing" element={<RoutingPage />} />
            <Route path="status" element={<StatusPage />} />
            <Route path="requests" element={<RequestsPage />} />
            <Route path="requests/:requestId" element={<RequestPage />} />
            <Route path="orders" element={<OrdersPage />} />
            <Route path="orders/:orderId" element={<OrderPage />} />
            <Route path="stock" element={<StockPage />} />
            <Route path="stock/reservations" element={<ReservationsPage />} />
            <Route path="purchase-orders" element={<PurchaseOrdersPage />} />
            <Route path="purchase-orders/:purchaseOrderId" element={<PurchaseOrderPage />} />
            <Route path="suppliers" element={<SuppliersPage />} />
            <Route path="support" element={<SupportRequestsPage />} />
            <Route path="support/:supportRequestId" element={<SupportRequestPage />} />
            <Route path="questions" element={<QuestionsPage />} />
            <Route path="matters" element={<MattersPage />} />
            <Route path="knowledge" element={<KnowledgePage />} />
            <Route path="knowledge/new" element={<WriteArticlePage />} />
            <Route path="knowledge/:articleId" element={<ArticlePage />} />
            <Route path="knowledge/:articleId/revise" element={<ReviseArticlePage />} />
            <Route path="promises" element={<PromisesPage />} />
            <Route path="repair-records" element={<RepairRecordsPage />} />
            <Route path="admin/dead-letters" element={<DeadLettersPage />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}

export function Pages() {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route path="q/:qrToken" element={<LabelPage />} />
        <Route path="p/:publicToken" element={<ProgressPage />} />
        <Route path="*" element={<StaffPages />} />
      </Routes>
    </Suspense>
  );
}
