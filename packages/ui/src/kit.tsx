import type { Send } from '@pledge/client';
import type { Guarded } from '@pledge/contracts';
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';

/** What the kit asks of the application around it. */
export interface Kit {
  /** Calls a route as the person who is signed in. */
  readonly send: Send;
  /** Whether that person may call a route, by the route's own policy. */
  readonly may: (route: Guarded) => boolean;
}

const KitContext = createContext<Kit | null>(null);

interface KitProviderProps extends Kit {
  readonly children: ReactNode;
}

/** Stands once around the application, inside its router and its query client. */
export function KitProvider({ send, may, children }: KitProviderProps) {
  return <KitContext value={{ send, may }}>{children}</KitContext>;
}

/** The application's way to its server, and what the person may do there. */
export function useKit(): Kit {
  const kit = useContext(KitContext);
  if (!kit) throw new Error('no KitProvider above');
  return kit;
}
