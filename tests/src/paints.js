// Notes, before every paint, what lies on the canvases and what is said of them. Arguments: the canvases, how long in milliseconds.
const [css, milliseconds, done] = arguments;
const CELLS = 16;

// The middle of each cell of the strip that is burnt into the clips of the testkit, as levels of grey.
function strip(canvas) {
  const { width, height } = canvas;
  const row = canvas.getContext('2d').getImageData(0, Math.floor(Math.max(1, Math.floor(height / 6)) / 2), width, 1).data;
  return Array.from({ length: CELLS }, (_, cell) => row[Math.floor(((cell * 2 + 1) * width) / (CELLS * 2)) * 4]);
}

const noted = [];
const end = performance.now() + milliseconds;
function note() {
  noted.push({
    strips: [...document.querySelectorAll(css)].map(strip),
    numbers: [...document.querySelectorAll('output[data-frame]')].map((output) => Number(output.dataset.frame)),
  });
  if (performance.now() < end) requestAnimationFrame(note);
  else done(noted);
}
requestAnimationFrame(note);
