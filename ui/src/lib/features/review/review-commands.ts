import { commands, handle, type CommandId, type Handlers } from '$lib/commands';
import { app } from '$lib/state/app.svelte';
import { router } from '$lib/state/router.svelte';
import { reasons } from '$lib/words/labels';
import type { ReviewRoom } from './review-room.svelte';

/** Gives every command of the room something to run. Called while the screen is set up. */
export function handleReview(room: ReviewRoom, screen: () => HTMLElement | undefined): void {
  const { player } = room;
  const canPlay = () => player.timeline !== null;
  const canJudge = () =>
    app.person !== null && !app.readOnly && room.take?.status === 'review_pending' && !room.writingNote;
  const playing = (run: () => void) => ({ run, enabled: canPlay });
  const judging = (run: (person: string) => void) => ({
    run: () => {
      if (app.person) run(app.person.id);
    },
    enabled: canJudge,
  });

  const digits: Handlers = Object.fromEntries(
    reasons.map((reason, index) => [
      `review.reason.${index + 1}` as CommandId,
      {
        run: () => {
          if (app.person) room.reject(app.person.id, reason);
        },
        enabled: () => room.choosingReason && canJudge(),
      },
    ]),
  );

  const moreReasons: Handlers = Object.fromEntries(
    reasons.map((reason, index) => [
      `review.alsoReason.${index + 1}` as CommandId,
      {
        run: () => {
          room.addReason(reason);
        },
        enabled: () => room.choosingReason && canJudge(),
      },
    ]),
  );

  handle({
    'review.keep': judging((person) => void room.decide(person, { kind: 'keep' })),
    'review.keepForEdit': judging((person) => void room.decide(person, { kind: 'keep_for_edit' })),
    'review.queue': {
      run: () => {
        room.choosingQueue = true;
      },
      enabled: () => !room.loading,
    },
    'review.hold': judging((person) => void room.hold(person)),
    'review.reject': judging(() => {
      room.toggleReasons();
    }),
    'review.rejectNow': {
      run: () => {
        if (app.person) room.reject(app.person.id, null);
      },
      enabled: () => room.choosingReason && room.reasons.length > 0 && canJudge(),
    },
    'review.dismiss': {
      run: () => {
        room.toggleReasons();
      },
      enabled: () => room.choosingReason,
    },
    ...digits,
    ...moreReasons,
    'review.undo': {
      run: () => {
        if (app.person) void room.undo(app.person.id);
      },
      enabled: () => app.person !== null && !app.readOnly,
    },
    'review.next': {
      run: () => {
        room.next();
      },
      enabled: () => room.canMove(1),
    },
    'review.previous': {
      run: () => {
        room.previous();
      },
      enabled: () => room.canMove(-1),
    },
    'review.play': playing(() => {
      player.toggle();
    }),
    'review.reverse': playing(() => {
      player.shuttle(-1);
    }),
    'review.pause': playing(() => {
      player.pause();
    }),
    'review.forward': playing(() => {
      player.shuttle(1);
    }),
    'review.frameBack': playing(() => {
      player.step(-1);
    }),
    'review.frameOn': playing(() => {
      player.step(1);
    }),
    'review.tenBack': playing(() => {
      player.step(-10);
    }),
    'review.tenOn': playing(() => {
      player.step(10);
    }),
    'review.first': playing(() => {
      player.first();
    }),
    'review.last': playing(() => {
      player.last();
    }),
    'review.again': playing(() => {
      player.playAgain();
    }),
    'review.loop': playing(() => {
      player.toggleLoop();
    }),
    'review.in': playing(() => {
      player.setIn();
    }),
    'review.out': playing(() => {
      player.setOut();
    }),
    'review.clearRange': {
      run: () => {
        player.clearRange();
      },
      enabled: () => player.range !== null,
    },
    'review.pingPong': playing(() => {
      player.togglePingPong();
    }),
    'review.sound': {
      run: () => {
        player.toggleSound();
      },
      enabled: () => room.hasSound,
    },
    'review.brief': {
      run: () => {
        if (room.detail) router.go({ screen: 'brief', id: room.detail.row.brief_id });
      },
      enabled: () => room.detail !== undefined,
    },
    'review.fullScreen': {
      run: () => {
        if (document.fullscreenElement) void document.exitFullscreen();
        else void screen()?.requestFullscreen();
      },
      enabled: () => document.fullscreenEnabled && commands.modals === 0,
    },
  });
}
