import type { Store } from '@pledge/messaging';
import type { Decline, Matter, Settlement, TakenUp, Told } from './matter.js';

interface MatterRow {
  readonly status: Exclude<Matter['status'], 'absent'>;
  readonly told: Told;
  readonly taken_up: TakenUp | null;
  readonly declined: Decline | null;
  readonly settled: Settlement | null;
  readonly version: number;
}

const steps = { offered: 0, accepted: 1, declined: 2, settled: 3 };

export const matterStore: Store<Matter> = {
  async load(tx, requestId) {
    const [row] = await tx.query<MatterRow[]>(
      'select status, told, taken_up, declined, settled, version from matter where request_id = $1',
      [requestId],
    );
    return row && { state: toState(requestId, row), version: row.version };
  },

  async save(tx, requestId, state, version) {
    if (state.status === 'absent') return;
    const { told, declined } = state;
    const takenUp = 'takenUp' in state ? state.takenUp : null;
    const settlement = state.status === 'settled' ? state.settlement : null;
    await tx.query(
      `insert into matter (request_id, number, kind, status, told, taken_up, declined, settled, step, urgency, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (request_id) do update set status = excluded.status, told = excluded.told, taken_up = excluded.taken_up,
         declined = excluded.declined, settled = excluded.settled, step = excluded.step, urgency = excluded.urgency,
         version = excluded.version`,
      [
        requestId,
        told.number,
        told.kind,
        state.status,
        JSON.stringify(told),
        takenUp && JSON.stringify(takenUp),
        declined && JSON.stringify(declined),
        settlement && JSON.stringify(settlement),
        steps[state.status],
        urgencyOf(state),
        version,
      ],
    );
  },
};

/** Open ones by the time they are due, the others newest first. */
function urgencyOf(state: Exclude<Matter, { status: 'absent' }>): number {
  switch (state.status) {
    case 'offered':
      return Date.parse(state.told.handOff.acceptBy);
    case 'accepted':
      return Date.parse(state.takenUp.promise.dueAt);
    case 'declined':
      return -Date.parse(state.declined.at);
    case 'settled':
      return -Date.parse(state.settlement.at);
  }
}

function toState(requestId: string, { status, told, taken_up: takenUp, declined, settled }: MatterRow): Matter {
  if (status === 'offered') return { status, told, declined };
  if (status === 'declined' && declined) return { status, told, declined };
  if (status === 'accepted' && takenUp) return { status, told, declined, takenUp };
  if (status === 'settled' && takenUp && settled) return { status, told, declined, takenUp, settlement: settled };
  throw new Error(`matter ${requestId} is ${status} without what belongs to it`);
}
