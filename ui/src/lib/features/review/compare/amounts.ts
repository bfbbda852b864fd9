/** Amounts as the strip prints them. */

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function signed(amount: number): string {
  return amount === 0 ? '0' : `${amount > 0 ? '+' : '−'}${Math.abs(amount)}`;
}

/** `+1⅓`: exposure goes by thirds of a stop. */
export function stops(exposure: number): string {
  const thirds = Math.round(Math.abs(exposure) * 3);
  const whole = Math.floor(thirds / 3);
  const rest = ['', '⅓', '⅔'][thirds % 3] ?? '';
  if (thirds === 0) return '0';
  return `${exposure > 0 ? '+' : '−'}${whole > 0 || !rest ? whole : ''}${rest}`;
}
