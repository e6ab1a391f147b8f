import type { ClarificationAsked, ClarificationOverdue, EventOf, ReplyWritten } from '@pledge/contracts/events';
import type { Surroundings, Wording } from './wording.js';
import { clockTime, lines, progressLink } from './wording.js';

interface Reported {
  readonly publicToken: string;
}

export function replied(
  { number, by, text, attachmentIds = [] }: EventOf<typeof ReplyWritten>['data'],
  { publicToken }: Reported,
  around: Surroundings,
): Wording {
  const link = progressLink(around, publicToken);
  const files = attachmentIds.length;
  return {
    template: 'reply-written',
    subject: `回复 ${number} · Our reply`,
    text: lines(
      `关于 ${number}，${by.name}回复：${text} ${files > 0 ? `附件 ${String(files)} 个，可在此下载并回复` : '您可在此回复'}：${link}`,
      `About ${number}, ${by.name} writes: ${text} ${files > 0 ? `Files to download: ${String(files)}, and answer here` : 'Answer here'}: ${link}`,
    ),
  };
}

export function asked(
  { number, by, question, dueAt }: EventOf<typeof ClarificationAsked>['data'],
  { publicToken }: Reported,
  around: Surroundings,
): Wording {
  const link = progressLink(around, publicToken);
  const until = clockTime(dueAt, around.timeZone);
  return {
    template: 'clarification-asked',
    subject: `请补充 ${number} · A question about your request`,
    text: lines(
      `关于 ${number}，${by.name}想请您说明：${question} 请尽量在 ${until.zh} 前在此回答：${link}`,
      `About ${number}, ${by.name} asks: ${question} Please answer by ${until.en} if you can: ${link}`,
    ),
  };
}

export function reminded(
  { number, question }: EventOf<typeof ClarificationOverdue>['data'],
  { publicToken }: Reported,
  around: Surroundings,
): Wording {
  const link = progressLink(around, publicToken);
  return {
    template: 'clarification-overdue',
    subject: `请补充 ${number} · A reminder`,
    text: lines(
      `关于 ${number}，我们仍在等您说明：${question} 请在此回答：${link}`,
      `About ${number} we still wait for your answer: ${question} Please answer here: ${link}`,
    ),
  };
}
