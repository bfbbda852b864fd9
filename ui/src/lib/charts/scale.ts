/**
 * A length on the screen for a value, from 0 on. Not d3-scale: it brings d3-color along, which cannot be loaded where the
 * window freezes the prototypes of the language.
 */
export function linear(largest: number, length: number): (value: number) => number {
  return (value) => (largest > 0 ? (value / largest) * length : 0);
}

/** Round values from 0 up to the first at or above the largest, some four of them. */
export function ticks(largest: number, about = 4): number[] {
  if (!(largest > 0) || !Number.isFinite(largest)) return [0, 1];
  const rough = largest / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** The place of the value nearest to one. The values ascend. */
export function nearest(values: readonly number[], wanted: number): number {
  let best = 0;
  values.forEach((value, index) => {
    if (Math.abs(value - wanted) < Math.abs((values[best] ?? 0) - wanted)) best = index;
  });
  return best;
}
