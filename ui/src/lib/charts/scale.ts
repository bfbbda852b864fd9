/**
 * A length on the screen for a value, from 0 on. Not d3-scale: it brings d3-color along, which cannot be loaded where the
 * window freezes the prototypes of the language.
 */
export function linear(largest: number, length: number): (value: number) => number {
  return (value) => (largest > 0 ? (value / largest) * length : 0);
}
