import { signOut } from '@pledge/contracts/http';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.js';
import { useSession } from '../session/session.js';

/** Leaves also where the server cannot be told. */
export function useSignOut() {
  const { leave } = useSession();
  const queries = useQueryClient();
  return async () => {
    try {
      await call(signOut);
    } finally {
      queries.clear();
      leave();
    }
  };
}
