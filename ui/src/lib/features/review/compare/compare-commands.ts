import { handle, type CommandId, type Handler, type Handlers } from '$lib/commands';
import { app } from '$lib/state/app.svelte';
import type { CompareMode, PairAnswer } from '$lib/ipc';
import type { ReviewRoom } from '../review-room.svelte';
import type { Comparing } from './comparing.svelte';
import type { ComparisonPicture } from './comparison-picture.svelte';

const CLOSER = 1.25;
/** By this share of the picture. */
const LOOK = 0.1;

/** Gives every command of comparing something to run. Called while the screen is set up. */
export function handleCompare(room: ReviewRoom, comparing: Comparing, picture: ComparisonPicture): void {
  const { compare } = room;
  const seen = () => room.onScreen.length > 0;
  const several = () => comparing.canCompare;
  const closer = () => compare.view.zoom > 1;
  const when = (enabled: () => boolean, run: () => void): Handler => ({ run, enabled });

  const digits: Handlers = Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) => [
      `compare.source.${index + 1}` as CommandId,
      when(
        () => !room.choosingReason && room.sources.length > 1 && index < room.sources.length,
        () => {
          comparing.show(index);
        },
      ),
    ]),
  );
  const mode = (which: CompareMode) =>
    when(several, () => {
      comparing.toggle(which);
    });
  const answer = (which: PairAnswer) =>
    when(
      () => comparing.pair !== null && app.person !== null && !app.readOnly && !room.choosingReason && !room.writingNote,
      () => {
        if (app.person) void comparing.answer(app.person.id, which);
      },
    );
  const amount = (direction: 1 | -1) =>
    when(
      () => compare.merged,
      () => {
        compare.adjust(direction);
      },
    );
  const turn = (direction: 1 | -1) =>
    when(
      () => compare.mode === 'wipe',
      () => {
        compare.turn(direction);
      },
    );
  const nudge = (frames: number) =>
    when(
      () => room.playing.length > 1,
      () => {
        comparing.nudge(frames);
      },
    );
  const look = (x: number, y: number) =>
    when(closer, () => {
      compare.pan(x, y);
    });

  handle({
    'compare.layout': when(several, () => {
      comparing.nextLayout();
    }),
    ...digits,
    'compare.flip': when(several, () => {
      comparing.flip();
    }),
    'compare.wipe': mode('wipe'),
    'compare.overlay': mode('overlay'),
    'compare.difference': mode('difference'),
    'compare.less': amount(-1),
    'compare.more': amount(1),
    'compare.turnBack': turn(-1),
    'compare.turnOn': turn(1),
    'compare.nudgeBack': nudge(-1),
    'compare.nudgeOn': nudge(1),
    'compare.nudgeOff': when(
      () => compare.nudges.size > 0,
      () => {
        comparing.nudgeOff();
      },
    ),
    'compare.heard': when(
      () => room.seen.length > 1,
      () => {
        comparing.hearNext();
      },
    ),
    'compare.zoomIn': when(seen, () => {
      compare.zoom(CLOSER);
    }),
    'compare.zoomOut': when(closer, () => {
      compare.zoom(1 / CLOSER);
    }),
    'compare.fit': when(closer, () => {
      compare.fit();
    }),
    'compare.panLeft': look(LOOK, 0),
    'compare.panRight': look(-LOOK, 0),
    'compare.panUp': look(0, LOOK),
    'compare.panDown': look(0, -LOOK),
    'compare.brighter': when(seen, () => {
      compare.expose(1);
    }),
    'compare.darker': when(seen, () => {
      compare.expose(-1);
    }),
    'compare.gammaUp': when(seen, () => {
      compare.lift(1);
    }),
    'compare.gammaDown': when(seen, () => {
      compare.lift(-1);
    }),
    'compare.asShot': when(
      () => !compare.neutral,
      () => {
        compare.asShot();
      },
    ),
    'compare.making': when(
      () => comparing.pair !== null && !compare.blind,
      () => {
        compare.making = !compare.making;
      },
    ),
    'compare.save': when(
      () => picture.ready,
      () => {
        void picture.save();
      },
    ),
    'compare.blind': when(several, () => {
      comparing.toggleBlind();
    }),
    'compare.first': answer('a'),
    'compare.second': answer('b'),
    'compare.tie': answer('tie'),
    'compare.bothBad': answer('both_bad'),
  });
}
