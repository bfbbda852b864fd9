/** The arrow keys walk through the marks of a chart; only the mark they stand on is in the tab order, and it says its values. */

const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  End: Number.MAX_SAFE_INTEGER,
  Home: -Number.MAX_SAFE_INTEGER,
};

export class Walk {
  /** The mark that the keys stand on. */
  current = $state(0);
  /** The mark under the pointer, or with the focus. */
  pointed = $state<number>();
  /** The marks, in order. */
  marks = $state<(SVGElement | undefined)[]>([]);

  /** Whether the key moved; it then goes no further. */
  key(event: KeyboardEvent, count: number): boolean {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    event.preventDefault();
    event.stopPropagation();
    this.current = Math.min(count - 1, Math.max(0, this.current + step));
    this.marks[this.current]?.focus();
    return true;
  }

  focus(index: number): void {
    this.current = index;
    this.pointed = index;
  }

  leave(): void {
    this.pointed = undefined;
  }
}
