/** What the pointer does on the stage: a press looks at a take, the wheel comes closer, a drag moves, and the wipe follows; with Alt it turns. */

import type { ReviewRoom } from '../review-room.svelte';
import { through, turnedTo } from './wipe-line';

/** A wheel turns by so many pixels for twice the size. */
const WHEEL_TO_DOUBLE = 360;
/** Below this a press is a press and no drag, in pixels. */
const STILL = 4;

/** The stage's margin around that box, in pixels: --space-2. */
const BOX_MARGIN = 8;

/** For `{@attach}` on the stage. */
export function pointing(room: ReviewRoom): (stage: HTMLElement) => () => void {
  const { compare } = room;
  let drag: { x: number; y: number; slot: number; moved: boolean; fit: DOMRect | null } | null = null;

  /** The picture under the pointer as it fits its place, and which of the places that is. */
  function under(event: Event): { slot: number; fit: DOMRect | null } | null {
    const slot = (event.target as HTMLElement).closest?.<HTMLElement>('[data-slot]');
    if (!slot) return null;
    return { slot: Number(slot.dataset['slot']), fit: slot.querySelector('.fit')?.getBoundingClientRect() ?? null };
  }

  function follow(stage: HTMLElement, event: PointerEvent): void {
    const from = stage.getBoundingClientRect();
    const point = { x: event.clientX - from.left - BOX_MARGIN, y: event.clientY - from.top - BOX_MARGIN };
    compare.wipe = event.altKey ? turnedTo(compare.wipe, point, compare.box) : through(compare.wipe, point, compare.box);
  }

  return (stage) => {
    const down = (event: PointerEvent) => {
      // What is offered where there is no picture is pressed itself: a captured pointer would never click it.
      const onControl = (event.target as Element).closest('button, a') !== null;
      const found = event.button === 0 && !onControl ? under(event) : null;
      if (!found) return;
      drag = { x: event.clientX, y: event.clientY, moved: false, ...found };
      stage.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (!drag) {
        if (compare.mode === 'wipe') follow(stage, event);
        return;
      }
      const [x, y] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.moved && Math.hypot(x, y) < STILL) return;
      drag.moved = true;
      if (compare.mode === 'wipe' && (compare.view.zoom === 1 || event.altKey)) follow(stage, event);
      else if (drag.fit) compare.pan(x / drag.fit.width, y / drag.fit.height);
      drag.x = event.clientX;
      drag.y = event.clientY;
    };
    const up = () => {
      if (drag && !drag.moved && compare.mode === 'tiles' && room.onScreen.length > 1) room.look(drag.slot);
      drag = null;
    };
    const wheel = (event: WheelEvent) => {
      const found = under(event);
      if (!found?.fit || event.deltaY === 0) return;
      event.preventDefault();
      const { fit } = found;
      const around = { x: (event.clientX - fit.left) / fit.width - 0.5, y: (event.clientY - fit.top) / fit.height - 0.5 };
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 40;
      compare.zoom(2 ** (-pixels / WHEEL_TO_DOUBLE), around);
    };
    const cancel = () => {
      drag = null;
    };
    stage.addEventListener('pointerdown', down);
    stage.addEventListener('pointermove', move);
    stage.addEventListener('pointerup', up);
    stage.addEventListener('pointercancel', cancel);
    stage.addEventListener('wheel', wheel, { passive: false });
    return () => {
      stage.removeEventListener('pointerdown', down);
      stage.removeEventListener('pointermove', move);
      stage.removeEventListener('pointerup', up);
      stage.removeEventListener('pointercancel', cancel);
      stage.removeEventListener('wheel', wheel);
    };
  };
}
