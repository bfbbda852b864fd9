import type { MediaAddresses } from './contract';

/** Addresses on the app's own media server. */
export function mediaServer(base: string): MediaAddresses {
  const at = (kind: string, clipKey: string) => `${base}/${kind}/${encodeURIComponent(clipKey)}`;
  return {
    poster: (clipKey) => at('poster', clipKey),
    strip: (clipKey) => at('strip', clipKey),
    preview: (clipKey) => at('preview', clipKey),
    previewIndex: (clipKey) => at('preview-index', clipKey),
    frame: (clipKey, index, format = 'jpeg') =>
      `${at('frame', clipKey)}/${index}${format === 'png' ? '?format=png' : ''}`,
  };
}
