import type { ReplyOf } from '@pledge/contracts';
import { lookAt } from '@pledge/contracts/http';
import { useEffect, useState } from 'react';
import { call } from '../api/client.js';

const sayAgainMs = 10_000;

/** Says that I have a record open, for as long as I have, and hears who else has. */
export function useViewers(subject: 'request' | 'envelope', subjectId: string): ReplyOf<typeof lookAt>['others'] {
  const [others, setOthers] = useState<ReplyOf<typeof lookAt>['others']>([]);
  useEffect(() => {
    let open = true;
    const say = (leaving: boolean) => call(lookAt, { params: { subject, subjectId }, body: { leaving } });
    const ask = () =>
      say(false).then(
        (reply) => {
          if (open) setOthers(reply.others);
        },
        () => undefined,
      );
    void ask();
    const timer = setInterval(() => void ask(), sayAgainMs);
    return () => {
      open = false;
      clearInterval(timer);
      void say(true).catch(() => undefined);
    };
  }, [subject, subjectId]);
  return others;
}
