/** What is compared as one picture: painted anew from whole frames, pixel by pixel, as the stage shows it. */

import type { CompareMode, WipeLine } from '$lib/ipc';
import { placeIn, type Grid } from './layouts';
import type { View } from './view';
import { farSide, lineWithin, type Size } from './wipe-line';

/** A take with the frame it stands on. */
export interface Side {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  /** Written under it. */
  readonly label: string;
}

export interface Composition {
  /** In their order; of the modes that lay two over each other the lower one first. */
  readonly sides: readonly Side[];
  readonly mode: CompareMode;
  /** How tiles lie. */
  readonly grid: Grid;
  /** The place that one picture is fitted into on the stage; only its shape counts. */
  readonly box: Size;
  readonly wipe: WipeLine;
  readonly opacity: number;
  readonly gain: number;
  readonly view: View;
  readonly exposure: number;
  readonly gamma: number;
}

/** The widest picture written: twice 4K. */
const WIDEST = 7680;

interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** A picture of this shape as it fits a box, in the middle. */
export function fitted({ width, height }: Size, box: Size): Box {
  const scale = Math.min(box.width / width, box.height / height);
  const [w, h] = [width * scale, height * scale];
  return { x: (box.width - w) / 2, y: (box.height - h) / 2, width: w, height: h };
}

function blank({ width, height }: Size): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This page cannot paint.');
  return context;
}

/** What each level becomes: exposure in linear light, then gamma. */
export function toneCurve(exposure: number, gamma: number): Uint8ClampedArray {
  const linear = (level: number) => (level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4);
  const encoded = (light: number) => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);
  return Uint8ClampedArray.from({ length: 256 }, (_, level) => {
    const light = Math.min(1, linear(level / 255) * 2 ** exposure);
    return Math.round(encoded(light) ** (1 / gamma) * 255);
  });
}

/** One take as it is seen in a box of these pixels: fitted, moved, brighter or darker. */
function seen(side: Side, size: Size, { view, exposure, gamma }: Composition): CanvasRenderingContext2D {
  const context = blank(size);
  const at = fitted(side, size);
  const [width, height] = [at.width * view.zoom, at.height * view.zoom];
  const left = at.x + at.width * (0.5 + view.x) - width / 2;
  const top = at.y + at.height * (0.5 + view.y) - height / 2;
  context.imageSmoothingQuality = 'high';
  context.drawImage(side.image, left, top, width, height);
  if (exposure !== 0 || gamma !== 1) {
    const curve = toneCurve(exposure, gamma);
    const pixels = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
    const { data } = pixels;
    for (let at = 0; at < data.length; at += 4) {
      for (let channel = at; channel < at + 3; channel++) data[channel] = curve[data[channel] ?? 0] ?? 0;
    }
    context.putImageData(pixels, 0, 0);
  }
  return context;
}

/** |A − B| × gain, against no light where one of them has no picture. */
export function difference(one: ImageData, other: ImageData, gain: number): ImageData {
  const made = new ImageData(one.width, one.height);
  for (let at = 0; at < made.data.length; at += 4) {
    for (let channel = at; channel < at + 3; channel++) {
      made.data[channel] = Math.abs((one.data[channel] ?? 0) - (other.data[channel] ?? 0)) * gain;
    }
    made.data[at + 3] = 255;
  }
  return made;
}

/** Two takes in one place. */
function merged(composition: Composition, size: Size): CanvasRenderingContext2D {
  const { sides, mode, wipe, opacity, gain } = composition;
  const [lower, upper] = sides.map((side) => seen(side, size, composition));
  const context = blank(size);
  if (!lower || !upper) return context;
  const whole = [0, 0, context.canvas.width, context.canvas.height] as const;
  if (mode === 'difference') {
    context.putImageData(difference(lower.getImageData(...whole), upper.getImageData(...whole), gain), 0, 0);
    return context;
  }
  context.drawImage(lower.canvas, 0, 0);
  if (mode === 'overlay') {
    context.globalAlpha = opacity;
    context.drawImage(upper.canvas, 0, 0);
    return context;
  }
  const beyond = new Path2D();
  for (const { x, y } of farSide(wipe, size)) beyond.lineTo(x, y);
  context.save();
  context.clip(beyond);
  context.drawImage(upper.canvas, 0, 0);
  context.restore();
  const ends = lineWithin(wipe, size);
  if (ends) {
    context.strokeStyle = ink();
    context.lineWidth = Math.max(1, size.width / 960);
    context.beginPath();
    context.moveTo(ends[0].x, ends[0].y);
    context.lineTo(ends[1].x, ends[1].y);
    context.stroke();
  }
  return context;
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const ground = () => token('--no-light');
const ink = () => token('--on-picture');

/** The picture with its labels: what is on the stage, in the pixels of the files. */
export function compose(composition: Composition): HTMLCanvasElement {
  const { sides, mode, grid, view, box } = composition;
  const tiles = mode === 'tiles' && sides.length > 1;
  const columns = tiles ? grid.columns : 1;
  const rows = tiles ? grid.rows : 1;
  const largest = { width: Math.max(...sides.map((side) => side.width)), height: Math.max(...sides.map((side) => side.height)) };
  // Seen whole, a picture needs no more room than it takes; closer up it fills the place it has on the stage.
  const shape = view.zoom === 1 && mode !== 'wipe' ? largest : roomFor(largest, box);
  const scale = Math.min(1, WIDEST / (shape.width * columns));
  const cell = { width: Math.round(shape.width * scale), height: Math.round(shape.height * scale) };
  const line = Math.max(24, Math.round(cell.height / 20));
  const whole = blank({ width: cell.width * columns, height: (cell.height + line) * rows });
  const { canvas } = whole;
  whole.fillStyle = ground();
  whole.fillRect(0, 0, canvas.width, canvas.height);
  whole.font = `${Math.round(line * 0.55)}px ${token('--font')}`;
  whole.textBaseline = 'middle';
  const pictures = tiles || mode === 'flip' || mode === 'tiles' ? sides.map((side) => seen(side, cell, composition)) : [merged(composition, cell)];
  pictures.forEach((picture, index) => {
    const place = placeIn({ columns, rows }, index);
    const [left, top] = [Math.round((place.left / 100) * canvas.width), Math.round((place.top / 100) * canvas.height)];
    whole.drawImage(picture.canvas, left, top);
    const label = pictures.length === sides.length ? (sides[index]?.label ?? '') : sides.map((side) => side.label).join('   ');
    whole.fillStyle = ink();
    whole.fillText(label, left + line / 2, top + cell.height + line / 2, cell.width - line);
  });
  return canvas;
}

/** The smallest room of the shape of a box that shows a picture with no pixel lost. */
function roomFor(picture: Size, box: Size): Size {
  if (box.width <= 0 || box.height <= 0) return picture;
  const scale = Math.max(picture.width / box.width, picture.height / box.height);
  return { width: box.width * scale, height: box.height * scale };
}
