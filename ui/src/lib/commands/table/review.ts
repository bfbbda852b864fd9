import { reasonLabel, reasons } from '$lib/words/labels';
import type { CommandSpec, CommandTable } from '../spec';

const where = ['review'] as const;

type Digit = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** After the reject key, each digit is a reason: the order of the reasons is the order of the digits. */
const reasonCommands = Object.fromEntries(
  reasons.map((reason, index) => [
    `review.reason.${index + 1}`,
    { label: `Reject: ${reasonLabel[reason]}`, keys: [String(index + 1)], where, group: 'After reject', keyOnly: true },
  ]),
) as unknown as Record<`review.reason.${Digit}`, CommandSpec>;

/** With Shift the reason is added, and the next digit or Enter rejects for all of them. */
const moreReasonCommands = Object.fromEntries(
  reasons.map((reason, index) => [
    `review.alsoReason.${index + 1}`,
    { label: `Also: ${reasonLabel[reason]}`, keys: [`Shift+${index + 1}`], where, group: 'After reject', keyOnly: true },
  ]),
) as unknown as Record<`review.alsoReason.${Digit}`, CommandSpec>;

export const reviewCommands = {
  'review.keep': { label: 'Keep', keys: ['P'], where, group: 'Judge' },
  'review.keepForEdit': { label: 'Keep, needs editing', keys: ['E'], where, group: 'Judge' },
  'review.reject': { label: 'Reject', keys: ['X'], where, group: 'Judge' },
  'review.hold': { label: 'Hold for later, or let go', keys: ['Z'], where, group: 'Judge' },
  'review.undo': { label: 'Undo', keys: ['U'], where, group: 'Judge' },
  'review.dismiss': { label: 'Do not reject', keys: ['Escape'], where, group: 'After reject', keyOnly: true },
  'review.rejectNow': { label: 'Reject for the reasons chosen', keys: ['Enter'], where, group: 'After reject', keyOnly: true },
  ...reasonCommands,
  ...moreReasonCommands,

  'review.queue': { label: 'Choose what is judged', keys: ['Q'], where, group: 'Queue' },
  'review.next': { label: 'Next clip', keys: ['Down'], where, group: 'Queue', repeats: true },
  'review.previous': { label: 'Previous clip', keys: ['Up'], where, group: 'Queue', repeats: true },

  'review.play': { label: 'Play or pause', keys: ['Space'], where, group: 'Picture' },
  'review.reverse': { label: 'Play backwards, faster with each press', keys: ['J'], where, group: 'Picture' },
  'review.pause': { label: 'Pause', keys: ['K'], where, group: 'Picture' },
  'review.forward': { label: 'Play, faster with each press', keys: ['L'], where, group: 'Picture' },
  'review.frameBack': { label: 'One frame back', keys: ['Left', 'K+J'], where, group: 'Picture', repeats: true },
  'review.frameOn': { label: 'One frame on', keys: ['Right', 'K+L'], where, group: 'Picture', repeats: true },
  'review.tenBack': { label: 'Ten frames back', keys: ['Shift+Left'], where, group: 'Picture', repeats: true },
  'review.tenOn': { label: 'Ten frames on', keys: ['Shift+Right'], where, group: 'Picture', repeats: true },
  'review.first': { label: 'First frame', keys: ['Home'], where, group: 'Picture' },
  'review.last': { label: 'Last frame', keys: ['End'], where, group: 'Picture' },
  'review.again': { label: 'Play again', keys: ['/'], where, group: 'Picture' },
  'review.loop': { label: 'Loop', keys: ['R'], where, group: 'Picture' },
  'review.in': { label: 'Loop from here', keys: ['I'], where, group: 'Picture' },
  'review.out': { label: 'Loop to here', keys: ['O'], where, group: 'Picture' },
  'review.clearRange': { label: 'Loop it whole', keys: ['\\'], where, group: 'Picture' },
  'review.pingPong': { label: 'To and fro', keys: ['Shift+R'], where, group: 'Picture' },
  'review.sound': { label: 'Sound', keys: ['M'], where, group: 'Picture' },

  'review.note': { label: 'Note at this frame', keys: [';'], where, group: 'Notes' },
  'review.draw': { label: 'Draw: pen, arrow, box, words, none', keys: ['Shift+;'], where, group: 'Notes' },
  'review.previousNote': { label: 'Previous note', keys: [','], where, group: 'Notes' },
  'review.nextNote': { label: 'Next note', keys: ['.'], where, group: 'Notes' },
  'review.leaveNote': { label: 'Leave the note', keys: ['Escape'], where, group: 'Notes', keyOnly: true },

  'review.brief': { label: 'Open the brief', keys: ['Shift+B'], where, group: 'Screen' },
  'review.fullScreen': { label: 'Full screen', keys: ['F'], where, group: 'Screen' },
} as const satisfies CommandTable;
