// Notes, before every paint, what lies on the canvases and what is said of them. Arguments: the canvases, how long in milliseconds.
const [css, milliseconds, done] = arguments;
const CELLS = 16;

// The middle of each cell of the strip that is burnt into the clips of the testkit, as levels of grey.
function strip(canvas) {
  const { width, height } = canvas;
  const row = canvas.getContext('2d').getImageData(0, Math.floor(Math.max(1, Math.floor(height / 6)) / 2), width, 1).data;
  return Array.from({ length: CELLS }, (_, cell) => row[Math.floor(((cell * 2 + 1) * width) / (CELLS * 2)) * 4]);
}

// As they are read: row by row, from the left; in the page they stand in the order they came.
function inReadingOrder(css) {
  const placed = [...document.querySelectorAll(css)].map((element) => ({ element, box: element.getBoundingClientRect() }));
  placed.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  return placed.map(({ element }) => element);
}

const noted = [];
const end = performance.now() + milliseconds;
function note() {
  noted.push({
    strips: inReadingOrder(css).map(strip),
    numbers: inReadingOrder('output[data-frame]').map((output) => Number(output.dataset.frame)),
  });
  if (performance.now() < end) requestAnimationFrame(note);
  else done(noted);
}
requestAnimationFrame(note);
