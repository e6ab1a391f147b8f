import type { Department, HandOff } from '@pledge/contracts';
import type { Store } from '@pledge/messaging';
import type { Answer, Decline, Knowledge, Question, Referred, TakenUp } from './question.js';

interface QuestionRow {
  readonly number: string;
  readonly status: Exclude<Question['status'], 'absent'>;
  readonly department: Department;
  readonly told: Referred;
  readonly hand_off: HandOff;
  readonly declines: readonly Decline[];
  readonly ruled: boolean;
  readonly taken_up: TakenUp | null;
  readonly answer: Answer | null;
  readonly knowledge: Knowledge | null;
  readonly version: number;
}

const steps = { referred: 0, 'to-rule': 1, declined: 1, accepted: 2, answered: 3, closed: 4 };

export const questionStore: Store<Question> = {
  async load(tx, questionId) {
    const [row] = await tx.query<QuestionRow[]>(
      `select number, status, department, told, hand_off, declines, ruled, taken_up, answer, knowledge, version
       from question where question_id = $1`,
      [questionId],
    );
    return row && { state: toState(questionId, row), version: row.version };
  },

  async save(tx, questionId, state, version) {
    if (state.status === 'absent') return;
    const { told, handOff } = state;
    const takenUp = 'takenUp' in state ? state.takenUp : null;
    const answer = 'answer' in state ? state.answer : null;
    const knowledge = state.status === 'closed' ? state.knowledge : null;
    await tx.query(
      `insert into question (question_id, number, request_id, status, department, told, hand_off, declines, ruled, taken_up,
         taken_up_by, answer, knowledge, step, urgency, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (question_id) do update set status = excluded.status, department = excluded.department,
         hand_off = excluded.hand_off, declines = excluded.declines, ruled = excluded.ruled, taken_up = excluded.taken_up,
         taken_up_by = excluded.taken_up_by, answer = excluded.answer, knowledge = excluded.knowledge, step = excluded.step,
         urgency = excluded.urgency, version = excluded.version`,
      [
        questionId,
        state.number,
        told.requestId,
        state.status,
        state.department,
        JSON.stringify(told),
        JSON.stringify(handOff),
        JSON.stringify(state.declines),
        state.ruled,
        takenUp && JSON.stringify(takenUp),
        takenUp?.by.personId ?? null,
        answer && JSON.stringify(answer),
        knowledge && JSON.stringify(knowledge),
        steps[state.status],
        urgencyOf(state),
        version,
      ],
    );
  },
};

/** Open ones by the time they are due, closed ones newest first. */
function urgencyOf(state: Exclude<Question, { status: 'absent' }>): number {
  if (state.status === 'referred') return Date.parse(state.handOff.acceptBy);
  if (state.status === 'closed') return -Date.parse(state.knowledge.at);
  return Date.parse(state.told.promise.dueAt);
}

function toState(questionId: string, row: QuestionRow): Question {
  const { status, told, number, department, hand_off: handOff, declines, ruled } = row;
  const { taken_up: takenUp, answer, knowledge } = row;
  const kept = { told, number, department, handOff, declines, ruled };
  if (status === 'referred' || status === 'declined' || status === 'to-rule') return { ...kept, status };
  if (status === 'accepted' && takenUp) return { ...kept, status, takenUp };
  if (status === 'answered' && takenUp && answer) return { ...kept, status, takenUp, answer };
  if (status === 'closed' && takenUp && answer && knowledge) return { ...kept, status, takenUp, answer, knowledge };
  throw new Error(`question ${questionId} is ${status} without what belongs to it`);
}
