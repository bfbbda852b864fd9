// Measures inside the page: from a key press to the paint that follows the moment when every picture on screen has changed.
if (!window.latency) {
  const CELLS = 16;
  const canvases = () => [...document.querySelectorAll('.film:not(.away) canvas')];
  const names = new WeakMap();
  let named = 0;
  const nameOf = (canvas) => names.get(canvas) ?? (names.set(canvas, ++named), named);

  // What lies on a canvas: which one it is, and the strip of black and white cells that carries the burnt-in number.
  function look(canvas) {
    const { width, height } = canvas;
    if (width === 0) return null;
    const row = canvas.getContext('2d').getImageData(0, Math.floor(height / 12), width, 1).data;
    const bits = Array.from({ length: CELLS }, (_, cell) => (row[Math.floor(((cell * 2 + 1) * width) / (CELLS * 2)) * 4] > 128 ? 1 : 0));
    return bits[0] === 1 && bits[1] === 0 ? `${nameOf(canvas)}:${bits.join('')}` : null;
  }

  window.latency = { samples: [], armed: false };
  addEventListener('keydown', (event) => {
    if (!window.latency.armed) return;
    window.latency.armed = false;
    const from = event.timeStamp;
    const before = new Set(canvases().map(look));
    function note() {
      const now = canvases().map(look);
      const changed = now.length > 0 && now.every((seen) => seen !== null && !before.has(seen));
      if (!changed && performance.now() - from < 5000) return requestAnimationFrame(note);
      // What was drawn before this moment is on the screen when the next frame begins.
      requestAnimationFrame(() => window.latency.samples.push(changed ? performance.now() - from : null));
    }
    requestAnimationFrame(note);
  }, { capture: true });
}
