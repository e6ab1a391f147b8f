import type { LiveUpdate } from '@pledge/contracts/http';

export type LiveState = 'connecting' | 'connected' | 'reconnecting';

export interface LiveHandlers {
  readonly onUpdate: (update: LiveUpdate) => void;
  /** What was missed is no longer known: everything shown is to be asked for again. */
  readonly onResync?: () => void;
  readonly onState?: (state: LiveState) => void;
}

/** What we need of a browser's `EventSource`. */
export interface EventStream {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}

export interface LiveSettings {
  readonly origin?: string;
  /** Made by the browser's `EventSource` unless told. */
  readonly open?: (url: string) => EventStream;
  /** Before the first new attempt after the server closed for good; doubles up to 30 s. */
  readonly retryMs?: number;
}

const closed = 2;
const longestWaitMs = 30_000;

const browserStream = (url: string): EventStream => new EventSource(url);

/**
 * Subscriptions what happens in the house, until the returned function is called. The stream resumes by itself where it broke off
 * (`Last-Event-ID`). A new one, also the first, begins with a resync: what happened before it was open was not heard.
 */
export function live(handlers: LiveHandlers, settings: LiveSettings = {}): () => void {
  const open = settings.open ?? browserStream;
  const firstWaitMs = settings.retryMs ?? 1_000;
  let waitMs = firstWaitMs;
  let stream: EventStream | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let anew = true;

  const connect = () => {
    if (stopped) return;
    const mine = open(`${settings.origin ?? ''}/api/live`);
    stream = mine;
    mine.addEventListener('open', () => {
      waitMs = firstWaitMs;
      handlers.onState?.('connected');
      if (anew) handlers.onResync?.();
      anew = false;
    });
    mine.addEventListener('update', ({ data }) => handlers.onUpdate(JSON.parse(String(data)) as LiveUpdate));
    mine.addEventListener('resync', () => handlers.onResync?.());
    mine.addEventListener('error', () => {
      if (stopped || stream !== mine) return;
      handlers.onState?.('reconnecting');
      if (mine.readyState !== closed) return;
      anew = true;
      stream = undefined;
      timer = setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    });
  };

  handlers.onState?.('connecting');
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    stream?.close();
  };
}
