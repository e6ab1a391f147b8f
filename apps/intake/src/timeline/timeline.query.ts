import type { Chosen, Department } from '@pledge/contracts';
import type { Request, TimelineEntry } from '@pledge/contracts/http';
import type { EntityManager } from 'typeorm';
import type { Dispute } from '../conversations/situation.js';
import type { ReferralStep } from '../enquiries/situation.js';
import type { Completion, Undone } from '../requests/situation.js';

interface EntryRow {
  readonly event_id: string;
  readonly at: Date;
  readonly department: TimelineEntry['department'];
  readonly type: string;
  readonly by: string | null;
  readonly detail: Record<string, unknown>;
}

/** What the desk did with the record after the report. */
interface HandledRow {
  readonly completed: readonly Completion[];
  readonly undone: Undone | null;
  readonly steps: readonly ReferralStep[] | null;
  readonly dispute: Dispute | null;
}

/** What all departments did, in order; intake's own part is read from the record itself. */
export async function timelineOf(db: EntityManager, request: Request): Promise<TimelineEntry[]> {
  const rows = await db.query<EntryRow[]>(
    'select event_id, at, department, type, by, detail from timeline_entry where request_id = $1 order by at, event_id',
    [request.id],
  );
  const [handled] = await db.query<HandledRow[]>(
    `select completed, undone, referral -> 'steps' as steps,
       (select dispute from conversation c where c.request_id = r.request_id) as dispute
     from request r where request_id = $1`,
    [request.id],
  );
  const others = rows.map(({ event_id: id, at, ...entry }) => ({ id, at: at.toISOString(), ...entry }));
  return [...own(request), ...(handled ? handling(request.id, handled) : []), ...others].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
}

function own(request: Request): TimelineEntry[] {
  const department = 'intake' as const;
  const { id, number, kind, channel, joinedTo, answer, confirmation } = request;
  const received = {
    id: `${id}/received`,
    at: request.receivedAt,
    department,
    type: `intake.${kind === 'fault' ? 'request' : 'enquiry'}-${joinedTo ? 'joined' : 'received'}.v1`,
    by: request.reportedBy.name,
    detail: { number, channel, joinedTo: joinedTo?.number ?? null, recordedAt: request.recordedAt },
  };
  const responded = answer && {
    id: `${id}/responded`,
    at: answer.respondedAt,
    department,
    type: 'intake.request-responded.v1',
    by: answer.by.name,
    detail: { text: answer.text },
  };
  // A fault is confirmed first and closed when the silence window has passed; a signature is told by dispatch.
  const isFault = kind === 'fault';
  const spoken = confirmation && !(isFault && ['signature', 'silence'].includes(confirmation.how));
  const confirmed = spoken && {
    id: `${id}/confirmed`,
    at: confirmation.at,
    department,
    type: isFault ? 'intake.request-confirmed.v1' : 'intake.request-closed.v1',
    by: confirmation.by,
    detail: { how: confirmation.how, note: confirmation.note },
  };
  const closed = isFault &&
    request.closedAt !== null && {
      id: `${id}/closed`,
      at: request.closedAt,
      department,
      type: 'intake.request-closed.v1',
      by: null,
      detail: { verdict: request.verdict, recurredAs: request.recurredAs?.number ?? null },
    };
  const joined = request.followUps.map((followUp) => ({
    id: `${followUp.id}/joined`,
    at: followUp.receivedAt,
    department,
    type: kind === 'fault' ? 'intake.request-joined.v1' : 'intake.enquiry-joined.v1',
    by: followUp.reporter,
    detail: { number: followUp.number, joinedTo: number },
  }));
  return [received, responded, confirmed, closed, ...joined].filter((entry) => entry !== null && entry !== false);
}

function handling(requestId: string, { completed, undone, steps, dispute }: HandledRow): TimelineEntry[] {
  const department = 'intake' as const;
  const told = completed.map(({ facts, by, at }, index) => ({
    id: `${requestId}/completed/${String(index)}`,
    at,
    department,
    type: 'intake.facts-completed.v1',
    by: by.name,
    detail: facts,
  }));
  const apart = undone && {
    id: `${requestId}/undone`,
    at: undone.undoneAt,
    department,
    type: 'intake.join-undone.v1',
    by: undone.by.name,
    detail: { wasJoinedTo: undone.wasJoinedTo.number, reason: undone.reason },
  };
  const disputed = dispute && {
    id: `${requestId}/disputed`,
    at: dispute.at,
    department,
    type: 'intake.request-disputed.v1',
    by: dispute.by,
    detail: { note: dispute.note },
  };
  const asked = (steps ?? []).map(({ what, step, at, by, chosen, ...detail }, index) => ({
    id: `${requestId}/referral/${String(index)}`,
    at,
    department,
    type: `intake.${what}-${step}.v1`,
    by,
    detail: { ...detail, ...(chosen && whyOf(chosen, detail.department)) },
  }));
  return [...told, ...(apart ? [apart] : []), ...(disputed ? [disputed] : []), ...asked];
}

/** Why a department was asked: the table's line for the kind, or for the kind and category; or a person knew better. */
function whyOf({ by, line }: Chosen, department: Department): TimelineEntry['detail'] {
  if (by === 'table') return { chosen: line.category === null ? 'table-kind' : 'table-category' };
  return { chosen: 'person', tableSays: line.department === department ? null : line.department };
}
