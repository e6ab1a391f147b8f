const extension = /(?:转接?|分机|ext\.?|x|#|,)\s*\d{1,6}$/u;

/** A phone as it is compared: the digits of its subscriber's number, without country code, leading zero and extension. */
export const digits = (phone: string | null): string =>
  (phone ?? '')
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(extension, '')
    .replaceAll(/\D/gu, '')
    .replace(/^(?:00)?86(?=\d{9})/u, '')
    .replace(/^0+/u, '');
