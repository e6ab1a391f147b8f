/** A phone as those see it whose role does not need it: `138****0001`. */
export function maskedPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/gu, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
