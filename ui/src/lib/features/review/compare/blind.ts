/** Blind: takes under letters, in an order that says nothing. */

import type { GenerationId } from '$lib/ipc';

/** `A` … `Z`, `AA` … */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** In a new order; `random` answers from 0 to below 1. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

/** Under which letter each take goes. */
export function aliases(order: readonly GenerationId[]): ReadonlyMap<GenerationId, string> {
  return new Map(order.map((id, index) => [id, `Take ${letters(index)}`]));
}

/** Back in the order they came in; what came since stays behind them. */
export function restored<T extends { readonly generation_id: GenerationId }>(takes: readonly T[], order: readonly GenerationId[]): T[] {
  const place = (take: T) => {
    const at = order.indexOf(take.generation_id);
    return at < 0 ? order.length : at;
  };
  return takes.toSorted((one, other) => place(one) - place(other));
}
