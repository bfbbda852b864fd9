/** What is wrong with what a person typed, in a sentence; nothing where it is right or empty. */

export function amountError(text: string): string | undefined {
  const entered = text.trim();
  if (entered === '' || /^\d{1,9}(\.\d{1,9})?$/.test(entered)) return undefined;
  return 'Write a plain amount such as 120 or 41.25.';
}

export function wholeNumberError(text: string): string | undefined {
  const entered = text.trim();
  if (entered === '' || /^[1-9]\d{0,8}$/.test(entered)) return undefined;
  return 'Write a whole number such as 50.';
}
