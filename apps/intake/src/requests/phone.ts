/** A phone as it is compared: digits alone. */
export const digits = (phone: string) => phone.replaceAll(/\D/gu, '');
