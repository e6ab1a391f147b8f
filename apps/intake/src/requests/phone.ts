/** A phone as it is compared: digits alone. */
export const digits = (phone: string | null) => (phone ?? '').replaceAll(/\D/gu, '');
