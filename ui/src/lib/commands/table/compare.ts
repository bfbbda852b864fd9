import type { CommandSpec, CommandTable } from '../spec';

const where = ['review'] as const;
const group = 'Compare';

type Digit = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Each digit shows a take: of those on screen, or of all takes of the brief while one is on screen alone. */
const sourceCommands = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [
    `compare.source.${digit}`,
    { label: `Show take ${digit}`, keys: [String(digit)], where, group, keyOnly: true },
  ]),
) as unknown as Record<`compare.source.${Digit}`, CommandSpec>;

export const compareCommands = {
  'compare.layout': { label: 'One, two, four or nine side by side', keys: ['G'], where, group },
  ...sourceCommands,
  'compare.flip': { label: 'A/B: swap on the same frame', keys: ['`'], where, group },
  'compare.wipe': { label: 'Wipe', keys: ['W'], where, group },
  'compare.overlay': { label: 'Overlay', keys: ['V'], where, group },
  'compare.difference': { label: 'Difference', keys: ['D'], where, group },
  'compare.less': { label: 'Less: gain, opacity, or the line back', keys: ['['], where, group, repeats: true },
  'compare.more': { label: 'More: gain, opacity, or the line on', keys: [']'], where, group, repeats: true },
  'compare.turnBack': { label: 'Turn the line back', keys: ['Shift+['], where, group, repeats: true },
  'compare.turnOn': { label: 'Turn the line on', keys: ['Shift+]'], where, group, repeats: true },

  'compare.nudgeBack': { label: 'Nudge one frame back', keys: ['Shift+,'], where, group, repeats: true },
  'compare.nudgeOn': { label: 'Nudge one frame on', keys: ['Shift+.'], where, group, repeats: true },
  'compare.nudgeOff': { label: 'Back to the start of file', keys: ['Shift+\\'], where, group },
  'compare.heard': { label: 'Hear the next take', keys: ['Shift+M'], where, group },

  'compare.zoomIn': { label: 'Closer', keys: ['='], where, group: 'View', repeats: true },
  'compare.zoomOut': { label: 'Farther', keys: ['-'], where, group: 'View', repeats: true },
  'compare.fit': { label: 'Fit', keys: ['0'], where, group: 'View' },
  'compare.panLeft': { label: 'Look left', keys: ['Mod+Left'], where, group: 'View', repeats: true },
  'compare.panRight': { label: 'Look right', keys: ['Mod+Right'], where, group: 'View', repeats: true },
  'compare.panUp': { label: 'Look up', keys: ['Mod+Up'], where, group: 'View', repeats: true },
  'compare.panDown': { label: 'Look down', keys: ['Mod+Down'], where, group: 'View', repeats: true },
  'compare.brighter': { label: 'Exposure up', keys: ['Shift+='], where, group: 'View', repeats: true },
  'compare.darker': { label: 'Exposure down', keys: ['Shift+-'], where, group: 'View', repeats: true },
  'compare.gammaUp': { label: 'Gamma up', keys: ['Alt+='], where, group: 'View', repeats: true },
  'compare.gammaDown': { label: 'Gamma down', keys: ['Alt+-'], where, group: 'View', repeats: true },
  'compare.asShot': { label: 'Exposure and gamma as they are', keys: ['Shift+0'], where, group: 'View' },

  'compare.making': { label: 'What made them', keys: ['Y'], where, group },
  'compare.save': { label: 'Save what is compared as PNG', keys: ['Mod+S'], where, group },
  'compare.blind': { label: 'Blind: hide model, prompt and price, shuffle', keys: ['B'], where, group: 'Pairs' },
  'compare.first': { label: 'The first is better', keys: ['Shift+1'], where, group: 'Pairs' },
  'compare.second': { label: 'The second is better', keys: ['Shift+2'], where, group: 'Pairs' },
  'compare.tie': { label: 'Tie', keys: ['T'], where, group: 'Pairs' },
  'compare.bothBad': { label: 'Both bad', keys: ['Shift+T'], where, group: 'Pairs' },
} as const satisfies CommandTable;
