import type { Request } from '@pledge/contracts/http';
import { releaseRequest, takeRequest } from '@pledge/contracts/http';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay, useUser } from '../../session/session.js';
import { useRequestCommand } from './use-request-command.js';

/** Who works on it, and the button to take it or to give it back. */
export function TakeButton({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const may = useMay();
  const { personId } = useUser();
  const take = useRequestCommand(takeRequest, request);
  const release = useRequestCommand(releaseRequest, request);
  const { takenBy, status } = request;
  const mine = takenBy?.personId === personId;
  const params = { requestId: request.id };
  return (
    <div className="take">
      {takenBy && <span className="quiet">{t('envelopes.with', { name: takenBy.name })}</span>}
      {mine && may(releaseRequest) && (
        <Button loading={release.busy} onClick={() => release.run({ params })}>
          {t('request.release')}
        </Button>
      )}
      {!mine && status !== 'closed' && may(takeRequest) && (
        <Button loading={take.busy} onClick={() => take.run({ params })}>
          {t(takenBy ? 'request.take-over' : 'request.take')}
        </Button>
      )}
      {take.notice}
      {release.notice}
    </div>
  );
}
