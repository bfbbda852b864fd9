/** Pictures for the mock: small scenes drawn from the clip's key, so that no two clips look alike. */

import type { MediaAddresses } from '../contract';

function seedOf(clipKey: string): number {
  let seed = 7;
  for (const letter of clipKey) seed = (seed * 31 + letter.charCodeAt(0)) % 100_003;
  return seed;
}

/** One moment of the scene, `at` from 0 to 1. */
function scene(clipKey: string, at: number, width: number, height: number, x = 0): string {
  const seed = seedOf(clipKey);
  const hue = seed % 360;
  const sun = x + width * (0.15 + 0.7 * ((seed % 17) / 17) + 0.1 * at);
  const horizon = height * (0.52 + (seed % 7) / 40);
  return (
    `<svg x="${x}" y="0" width="${width}" height="${height}" viewBox="${x} 0 ${width} ${height}">` +
    `<rect x="${x}" width="${width}" height="${height}" fill="hsl(${hue} 34% ${24 + (seed % 5) * 7}%)"/>` +
    `<circle cx="${sun}" cy="${horizon * 0.6}" r="${height * 0.16}" fill="hsl(${(hue + 40) % 360} 60% 72%)"/>` +
    `<path d="M${x} ${horizon} q${width * 0.3} ${-height * 0.16} ${width * 0.55} 0 t${width * 0.5} ${-height * 0.03} V${height} H${x}z" fill="hsl(${(hue + 190) % 360} 26% 22%)"/>` +
    `<path d="M${x} ${height * 0.86} q${width * 0.4} ${-height * 0.1} ${width} 0 V${height} H${x}z" fill="hsl(${(hue + 190) % 360} 30% 14%)"/>` +
    `</svg>`
  );
}

function dataUrl(width: number, height: number, body: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const STRIP_TILES = 20;

export function mockMedia(): MediaAddresses {
  return {
    poster: (clipKey) => dataUrl(480, 270, scene(clipKey, 0.4, 480, 270)),
    strip: (clipKey) => {
      const tiles = Array.from({ length: STRIP_TILES }, (_, tile) => scene(clipKey, tile / STRIP_TILES, 160, 90, tile * 160));
      return dataUrl(160 * STRIP_TILES, 90, tiles.join(''));
    },
    // There is no moving picture without the media server; the review room shows the poster and says so.
    preview: (clipKey) => `/mock-media/${clipKey}.mp4`,
    previewIndex: (clipKey) => `/mock-media/${clipKey}.json`,
    frame: (clipKey, index) => dataUrl(1920, 1080, scene(clipKey, (index % 120) / 120, 1920, 1080)),
  };
}
