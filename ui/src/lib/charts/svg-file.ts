/** A chart as an SVG file of its own: what style sheets gave it is written into it, on the ground it was seen on. */

const COPIED = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'opacity',
  'font-family', 'font-size', 'font-weight', 'text-anchor', 'visibility',
];

/** What the pointer and the keyboard need is left out; titles and labels stay. */
const LEFT_OUT = ['class', 'tabindex', 'role', 'style', 'aria-hidden'];

export function svgFile(chart: SVGSVGElement, title: string): string {
  const { width, height } = chart.getBoundingClientRect();
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const ground = getComputedStyle(chart.closest('.card') ?? document.body).backgroundColor;
  write(chart, copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  name.textContent = title;
  const back = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [key, value] of Object.entries({ width: '100%', height: '100%', fill: ground })) back.setAttribute(key, value);
  copy.prepend(name, back);
  return new XMLSerializer().serializeToString(copy).replace(/<!--[\s\S]*?-->/g, '');
}

function write(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of COPIED) {
    const value = style.getPropertyValue(property);
    if (value !== '') to.setAttribute(property, value);
  }
  for (const name of LEFT_OUT) to.removeAttribute(name);
  for (const attribute of [...to.attributes]) if (attribute.name.startsWith('on')) to.removeAttribute(attribute.name);
  [...from.children].forEach((child, index) => {
    const copied = to.children[index];
    if (copied) write(child, copied);
  });
}
