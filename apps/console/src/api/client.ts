import { clientOf } from '@pledge/client';
import { hearServerTime } from '@pledge/ui/time';

let csrfToken: string | null = null;

/** The token against forgery comes with the session and goes with it. */
export const keepCsrfToken = (token: string | null) => {
  csrfToken = token;
};

export const { call, send } = clientOf({
  csrfToken: () => csrfToken,
  headers: () => ({ 'accept-language': document.documentElement.lang || 'zh-CN' }),
  onServerTime: hearServerTime,
});
