/**
 * Asks the engine to look soon for what nobody holds any more. In its eyes decoded pictures are memory of this page: with a room full of them
 * it puts the next look off until as much again was made, and keeps previews, canvases and stills of clips long left until then. It
 * takes a document that goes away as the sign that much was let go; an engine that needs no sign makes nothing of it.
 */
export function suggestCollection(): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  // A window nobody looked at leaves nothing behind that would have to be collected.
  void frame.contentWindow;
  frame.remove();
}
