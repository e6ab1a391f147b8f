const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const aboutRequest = new RegExp(`^<r\\.(${uuid})\\.${uuid}@[^<>\\s]+>$`, 'u');
const aboutAnything = new RegExp(`^<(?:r\\.${uuid}\\.|m\\.)${uuid}@[^<>\\s]+>$`, 'u');
const numbered = /\[([A-Z]{2}-(?:\d{8}|\d{4})-\d{4,8})\]/gu;

/** The `Message-ID` of what the messenger sends: an answer to it names the request. */
export const mailIdOf = (messageId: string, requestId: string | null): string =>
  requestId === null ? `<m.${messageId}@pledge>` : `<r.${requestId}.${messageId}@pledge>`;

/** Whether a `Message-ID` is one that the messenger gave. */
export const isOurMailId = (mailId: string): boolean => aboutAnything.test(mailId.toLowerCase());

/** The request that a message of ours was about; undefined where it is none of ours, or about none. */
export const requestOfMailId = (mailId: string): string | undefined => aboutRequest.exec(mailId.toLowerCase())?.[1];

/** A subject with the number of its request as an answer is known by it, once. */
export function withNumber(subject: string, number: string): string {
  const bracketed = `[${number}]`;
  if (subject.includes(bracketed)) return subject;
  return subject.includes(number) ? subject.replace(number, () => bracketed) : `${bracketed} ${subject}`;
}

/** The numbers of requests that a subject names in brackets. */
export const numbersIn = (subject: string): string[] =>
  [...subject.matchAll(numbered)].flatMap(([, number]) => number ?? []);
