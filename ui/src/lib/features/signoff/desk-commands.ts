import { handle } from '$lib/commands';
import { app } from '$lib/state/app.svelte';
import type { Desk, Question } from './desk.svelte';

/** Gives every command of the desk something to run. Called while the screen is set up. */
export function handleDesk(desk: Desk): void {
  const { player } = desk;
  const mayAnswer = () => !app.readOnly && !desk.busy && desk.gate !== undefined && desk.hindrance(app.person) === null;
  const mayMove = () => !app.readOnly && !desk.busy && desk.hindrance(app.person) === null && desk.view !== null;
  const asks = (question: Question, enabled: () => boolean) => ({
    run: () => {
      desk.refusal = null;
      desk.asking = question;
    },
    enabled,
  });
  const playing = (run: () => void) => ({ run, enabled: () => player.timeline !== null });

  handle({
    'desk.pass': {
      run: () => {
        if (app.person) void desk.answer(app.person.id, { answer: 'passed' });
      },
      enabled: mayAnswer,
    },
    'desk.fail': asks('fail', mayAnswer),
    'desk.notApplicable': asks('not-applicable', mayAnswer),
    'desk.nextGate': {
      run: () => {
        desk.moveGate(1);
      },
      enabled: () => desk.view !== null,
    },
    'desk.previousGate': {
      run: () => {
        desk.moveGate(-1);
      },
      enabled: () => desk.view !== null,
    },
    'desk.sign': asks('sign', () => !app.readOnly && !desk.busy && desk.view !== null && desk.signHindrance(app.person) === null),
    'desk.sendBack': asks('send-back', mayMove),
    'desk.reject': asks('reject', mayMove),
    'desk.undo': {
      run: () => {
        if (app.person) void desk.undo(app.person.id);
      },
      enabled: () => app.person !== null && !app.readOnly && !desk.busy,
    },
    'desk.sheet': asks('sheet', () => app.library !== null),
    'desk.next': {
      run: () => {
        desk.move(1);
      },
      enabled: () => desk.canMove(1),
    },
    'desk.previous': {
      run: () => {
        desk.move(-1);
      },
      enabled: () => desk.canMove(-1),
    },
    'desk.version': {
      run: () => {
        desk.switchVersion();
      },
      enabled: () => (desk.view?.versions.length ?? 0) > 1,
    },
    'desk.play': playing(() => {
      player.toggle();
    }),
    'desk.frameBack': playing(() => {
      player.step(-1);
    }),
    'desk.frameOn': playing(() => {
      player.step(1);
    }),
    'desk.tenBack': playing(() => {
      player.step(-10);
    }),
    'desk.tenOn': playing(() => {
      player.step(10);
    }),
    'desk.first': playing(() => {
      player.first();
    }),
    'desk.last': playing(() => {
      player.last();
    }),
    'desk.sound': playing(() => {
      player.toggleSound();
    }),
  });
}
