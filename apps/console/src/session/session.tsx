import { Problem } from '@pledge/client';
import type { Guarded } from '@pledge/contracts';
import { mayCall } from '@pledge/contracts';
import type { Session, User } from '@pledge/contracts/http';
import { getSession } from '@pledge/contracts/http';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { call, keepCsrfToken } from '../api/client.js';

export type SessionState =
  | { readonly status: 'asking' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'unreachable' }
  | { readonly status: 'signed-in'; readonly session: Session };

interface SessionDoor {
  readonly state: SessionState;
  readonly enter: (session: Session) => void;
  readonly leave: () => void;
  readonly ask: () => void;
}

const SessionContext = createContext<SessionDoor | null>(null);

async function sessionNow(): Promise<SessionState> {
  try {
    const session = await call(getSession);
    keepCsrfToken(session.csrfToken);
    return { status: 'signed-in', session };
  } catch (error) {
    const refused = error instanceof Problem && error.status < 500;
    return { status: refused ? 'signed-out' : 'unreachable' };
  }
}

/** Listens for the server's word that nobody is signed in. */
export const signedOutSignal = new EventTarget();

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ status: 'asking' });
  const [round, setRound] = useState(0);

  useEffect(() => {
    let current = true;
    void sessionNow().then((next) => {
      if (current) setState(next);
    });
    return () => {
      current = false;
    };
  }, [round]);

  useEffect(() => {
    const leave = () => setState((before) => (before.status === 'signed-in' ? { status: 'signed-out' } : before));
    signedOutSignal.addEventListener('signed-out', leave);
    return () => signedOutSignal.removeEventListener('signed-out', leave);
  }, []);

  const door = useMemo<SessionDoor>(
    () => ({
      state,
      enter: (session) => {
        keepCsrfToken(session.csrfToken);
        setState({ status: 'signed-in', session });
      },
      leave: () => {
        keepCsrfToken(null);
        setState({ status: 'signed-out' });
      },
      ask: () => {
        setState({ status: 'asking' });
        setRound((before) => before + 1);
      },
    }),
    [state],
  );
  return <SessionContext value={door}>{children}</SessionContext>;
}

export function useSession(): SessionDoor {
  const door = useContext(SessionContext);
  if (!door) throw new Error('no SessionProvider above');
  return door;
}

/** Who is signed in; only below the shell, where somebody is. */
export function useUser(): User {
  const { state } = useSession();
  if (state.status !== 'signed-in') throw new Error('nobody is signed in');
  return state.session.user;
}

/** Whether the one who is signed in may call this route, by the route's own policy. */
export function useMay(): (route: Guarded) => boolean {
  const { state } = useSession();
  const roles = state.status === 'signed-in' ? [state.session.user.role] : null;
  return (route) => mayCall(route, roles);
}
