import type { CommandTable } from '../spec';

const where = ['sign-off'] as const;

export const signOffCommands = {
  'desk.pass': { label: 'Pass the gate', keys: ['P'], where, group: 'Gates' },
  'desk.fail': { label: 'Fail the gate', keys: ['X'], where, group: 'Gates' },
  'desk.notApplicable': { label: 'The gate does not apply', keys: ['N'], where, group: 'Gates' },
  'desk.nextGate': { label: 'Next gate', keys: ['Down'], where, group: 'Gates', repeats: true },
  'desk.previousGate': { label: 'Previous gate', keys: ['Up'], where, group: 'Gates', repeats: true },

  'desk.sign': { label: 'Sign', keys: ['S'], where, group: 'Sign-off' },
  'desk.sendBack': { label: 'Send back', keys: ['B'], where, group: 'Sign-off' },
  'desk.reject': { label: 'Reject for the brand', keys: ['R'], where, group: 'Sign-off' },
  'desk.undo': { label: 'Take back the last decision', keys: ['U'], where, group: 'Sign-off' },
  'desk.sheet': { label: 'Save a sign-off sheet', keys: ['H'], where, group: 'Sign-off' },
  'desk.next': { label: 'Next clip in the queue', keys: ['Shift+Down'], where, group: 'Sign-off', repeats: true },
  'desk.previous': { label: 'Previous clip in the queue', keys: ['Shift+Up'], where, group: 'Sign-off', repeats: true },

  'desk.version': { label: 'Switch to the version before, on the same frame', keys: ['V'], where, group: 'Clip at the desk' },
  'desk.play': { label: 'Play or pause the clip', keys: ['Space'], where, group: 'Clip at the desk' },
  'desk.frameBack': { label: 'Back one frame', keys: ['Left'], where, group: 'Clip at the desk', repeats: true },
  'desk.frameOn': { label: 'On one frame', keys: ['Right'], where, group: 'Clip at the desk', repeats: true },
  'desk.tenBack': { label: 'Back ten frames', keys: ['Shift+Left'], where, group: 'Clip at the desk', repeats: true },
  'desk.tenOn': { label: 'On ten frames', keys: ['Shift+Right'], where, group: 'Clip at the desk', repeats: true },
  'desk.first': { label: 'To the first frame', keys: ['Home'], where, group: 'Clip at the desk' },
  'desk.last': { label: 'To the last frame', keys: ['End'], where, group: 'Clip at the desk' },
  'desk.sound': { label: 'Hear the clip', keys: ['M'], where, group: 'Clip at the desk' },
} as const satisfies CommandTable;
