// Watches a sitting from inside the page: presses, how long the app takes from a decision to the next picture, and when pictures stood
// before the person. Only the last key of a decision changes the take, so each press takes the place of the one before.
if (!window.sitting) {
  const sitting = { presses: 0, took: [], looked: 0, since: null, unsure: 0 };
  window.sitting = sitting;
  const take = () => document.querySelector('aside h2')?.textContent ?? null;
  const painted = () => document.querySelector('output[data-frame]') !== null;
  let pressed = null;

  const stop = (at) => {
    if (sitting.since !== null) sitting.looked += at - sitting.since;
    sitting.since = null;
  };
  const go = (at) => (sitting.since ??= at);

  addEventListener('keydown', (event) => {
    sitting.presses++;
    pressed = { at: event.timeStamp, before: take() };
    // `?` lays the key card over the picture, Escape takes it away.
    if (event.key === '?') stop(event.timeStamp);
    if (event.key === 'Escape') go(event.timeStamp);
  }, { capture: true });

  let shown = null;
  let last = performance.now();
  (function look() {
    const gap = performance.now() - last;
    last += gap;
    const now = take();
    if (now !== shown && (now === null || painted())) {
      // What was decided was decided at the press; what came next is there with its paint.
      const at = performance.now();
      if (shown !== null && pressed) stop(pressed.at);
      if (shown !== null && pressed && pressed.before === shown) sitting.took.push(at - pressed.at);
      if (now !== null) go(at);
      // A change is only known to have happened since the look before this one.
      sitting.unsure += gap;
      shown = now;
    }
    requestAnimationFrame(look);
  })();
}
