import type {
  EngineerDeparted,
  EnquiryJoined,
  EnquiryReceived,
  EventOf,
  RequestJoined,
  RequestReceived,
  RequestResponded,
} from '@pledge/contracts/events';
import type { Surroundings, Wording } from './wording.js';
import { clockTime, lines, progressLink, promiseWords } from './wording.js';

type Received = EventOf<typeof RequestReceived>['data'];
type Joined = EventOf<typeof RequestJoined>['data'] | EventOf<typeof EnquiryJoined>['data'];
type Responded = EventOf<typeof RequestResponded>['data'];
type Departed = EventOf<typeof EngineerDeparted>['data'];

/** An acknowledgement: it answers nothing and stops no clock. */
export function received({ number, promises, publicToken }: Received, around: Surroundings): Wording {
  const due = promises.map(({ promise, dueAt }) => ({
    words: promiseWords[promise],
    at: clockTime(dueAt, around.timeZone),
  }));
  const link = progressLink(around, publicToken);
  return {
    template: 'request-received',
    subject: `已受理 ${number} · Request received`,
    text: lines(
      `您的报修已受理，编号 ${number}。我们承诺：${due.map(({ words, at }) => `${at.zh} 前${words.zh}`).join('，')}。进度查询：${link}`,
      `Your report is on record as ${number}. We promise to ${due.map(({ words, at }) => `${words.en} by ${at.en}`).join(', ')}. Progress: ${link}`,
    ),
  };
}

/** The same for what is no fault: whoever asks is told by when we answer. */
export function enquired(
  { number, subject, promises, publicToken }: EventOf<typeof EnquiryReceived>['data'],
  around: Surroundings,
): Wording {
  const link = progressLink(around, publicToken);
  const respond = promises.find(({ promise }) => promise === 'respond');
  const by = respond && clockTime(respond.dueAt, around.timeZone);
  return {
    template: 'enquiry-received',
    subject: `已受理 ${number} · On record`,
    text: lines(
      `您关于“${subject}”的来件已受理，编号 ${number}。${by ? `我们将于 ${by.zh} 前答复您。` : ''}进度查询：${link}`,
      `Your message about “${subject}” is on record as ${number}. ${by ? `We answer you by ${by.en}. ` : ''}Progress: ${link}`,
    ),
  };
}

export function joined({ kind, number, joinedTo, promises, publicToken }: Joined, around: Surroundings): Wording {
  const link = progressLink(around, publicToken);
  const respond = promises.find(({ promise }) => promise === 'respond');
  const by = respond && clockTime(respond.dueAt, around.timeZone);
  return {
    template: 'request-joined',
    subject: `已并入 ${joinedTo.number} · Joined to an open request`,
    text: lines(
      `您的${kind === 'fault' ? '报修' : '来件'} ${number} 与正在处理的 ${joinedTo.number} 为同一${kind === 'fault' ? '故障' : '事项'}，已并入一并处理。${by ? `我们将于 ${by.zh} 前答复您。` : ''}进度查询：${link}`,
      `Your ${kind === 'fault' ? 'report' : 'message'} ${number} is about the same ${kind === 'fault' ? 'fault' : 'matter'} as ${joinedTo.number}, which is being handled, and was joined to it. ${by ? `We answer you by ${by.en}. ` : ''}Progress: ${link}`,
    ),
  };
}

export function responded({ number, by, text }: Responded): Wording {
  return {
    template: 'request-responded',
    subject: `答复 ${number} · Our answer`,
    text: lines(`关于 ${number}，${by.name}答复：${text}`, `About ${number}, ${by.name} answers: ${text}`),
  };
}

/** Before the engineer arrives the user knows when (S-42). */
export function departed(
  { engineerName, siteName, expectedArrivalAt }: Departed,
  reported: { readonly number: string; readonly publicToken: string },
  around: Surroundings,
): Wording {
  const at = clockTime(expectedArrivalAt, around.timeZone);
  const link = progressLink(around, reported.publicToken);
  return {
    template: 'engineer-departed',
    subject: `工程师已出发 ${reported.number} · Engineer on the way`,
    text: lines(
      `关于 ${reported.number}，工程师${engineerName}已出发前往${siteName}，预计 ${at.zh} 到达。进度查询：${link}`,
      `About ${reported.number}: engineer ${engineerName} is on the way to ${siteName}, expected at ${at.en}. Progress: ${link}`,
    ),
  };
}

export function closed(
  reported: { readonly number: string; readonly publicToken: string },
  around: Surroundings,
): Wording {
  const link = progressLink(around, reported.publicToken);
  return {
    template: 'order-closed',
    subject: `已处理完毕 ${reported.number} · Repair done`,
    text: lines(
      `您报修的 ${reported.number} 已处理完毕。如故障再次出现，请随时致电我们。处理记录：${link}`,
      `The repair for ${reported.number} is done. Please call us if the fault comes again. Record: ${link}`,
    ),
  };
}
