import { handle } from '$lib/commands';
import { sameMoment } from '$lib/player/frame-rate';
import { app } from '$lib/state/app.svelte';
import type { FrameNotes, Table } from './frame-notes.svelte';
import type { ReviewRoom } from './review-room.svelte';

/** The room as notes see it. */
export function tableOf(room: ReviewRoom): Table {
  const { player } = room;
  return {
    get subject() {
      const { take } = room;
      return take?.clip ? { generation: take.generation_id, clipKey: take.clip.clip_key } : null;
    },
    get frame() {
      return room.frame;
    },
    get range() {
      return room.goodPart;
    },
    get playing() {
      return player.shown.motion !== 'paused';
    },
    pause: () => {
      player.pause();
    },
    play: () => {
      if (player.shown.motion === 'paused') player.toggle();
    },
    // The timeline of several clips counts in frames of the fastest.
    showFrame: (frame) => {
      const clip = room.playing.find((one) => one.clipKey === room.take?.clip?.clip_key);
      if (clip && player.timeline) player.seek(sameMoment(frame, clip.reel.rate, player.timeline.rate));
    },
    loop: (range) => {
      const { timeline } = player;
      const clip = room.playing.find((one) => one.clipKey === room.take?.clip?.clip_key);
      if (!timeline || !clip) return;
      const at = (frame: number) => sameMoment(frame, clip.reel.rate, timeline.rate);
      room.noteLoop = range ? { first: at(range.first), last: at(range.last) } : null;
      player.setRange(room.noteLoop);
      if (range && player.shown.motion === 'paused') player.toggle();
    },
  };
}

/** Gives the commands of notes something to run. Called while the screen is set up. */
export function handleNotes(room: ReviewRoom, notes: FrameNotes): void {
  const canWrite = () => room.take?.clip !== undefined && room.take.clip !== null && app.person !== null && !app.readOnly;
  handle({
    'review.note': {
      run: () => {
        notes.openToType();
      },
      enabled: canWrite,
    },
    'review.draw': {
      run: () => {
        notes.nextTool();
        if (notes.tool) notes.open();
      },
      enabled: canWrite,
    },
    'review.nextNote': {
      run: () => {
        notes.jump(1);
      },
      enabled: () => notes.here.length > 0,
    },
    'review.previousNote': {
      run: () => {
        notes.jump(-1);
      },
      enabled: () => notes.here.length > 0,
    },
    'review.leaveNote': {
      run: () => {
        notes.close();
      },
      enabled: () => notes.writing && !room.choosingReason,
    },
  });
}
