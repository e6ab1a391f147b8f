import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import '@pledge/ui/style.css';
import './ui/style/shell.css';
import './ui/style/primitives.css';
import './ui/style/clocks.css';
import './ui/style/controls.css';
import './ui/style/tables.css';
import './ui/style/board.css';
import './ui/style/entry.css';
import './ui/style/desk.css';
import './ui/style/envelopes.css';
import './ui/style/queues.css';
import './ui/style/roster.css';
import './ui/style/request.css';
import './ui/style/conversation.css';
import './ui/style/routing.css';
import './ui/style/files.css';
import './ui/style/order.css';
import './ui/style/purchase.css';
import './ui/style/knowledge.css';
import './ui/style/print.css';
import { startI18n } from './i18n/i18n.js';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
