import type { CommandTable } from '../spec';

export const appCommands = {
  'app.palette': { label: 'Find a command', keys: ['Mod+K'], where: 'everywhere', group: 'App' },
  'app.keys': { label: 'Show the keys', keys: ['?'], where: 'everywhere', group: 'App' },
  'app.back': { label: 'Go back', keys: ['Alt+Left'], where: 'everywhere', group: 'App' },
  'app.person': { label: 'Change who is working', keys: [], where: 'everywhere', group: 'App' },
  'app.appearance': { label: 'Switch between dark and light', keys: ['Mod+Shift+L'], where: 'everywhere', group: 'App' },

  'go.pilots': { label: 'Go to Pilots', keys: ['Mod+1'], where: 'everywhere', group: 'Go to' },
  'go.clips': { label: 'Go to Clips', keys: ['Mod+2'], where: 'everywhere', group: 'Go to' },
  'go.review': { label: 'Go to Review', keys: ['Mod+3'], where: 'everywhere', group: 'Go to' },
  'go.edit': { label: 'Go to Edit', keys: ['Mod+4'], where: 'everywhere', group: 'Go to' },
  'go.signOff': { label: 'Go to Sign-off', keys: ['Mod+5'], where: 'everywhere', group: 'Go to' },
  'go.estimate': { label: 'Go to Estimate', keys: ['Mod+6'], where: 'everywhere', group: 'Go to' },
  'go.prices': { label: 'Go to the price catalogue', keys: ['Mod+Shift+P'], where: 'everywhere', group: 'Go to' },
  'go.prompts': { label: 'Go to Prompts', keys: ['Mod+7'], where: 'everywhere', group: 'Go to' },
  'go.history': { label: 'Go to History', keys: ['Mod+H'], where: 'everywhere', group: 'Go to' },
  'go.settings': { label: 'Go to Settings', keys: ['Mod+,'], where: 'everywhere', group: 'Go to' },

  'library.new': { label: 'New library', keys: ['Mod+Shift+O'], where: 'everywhere', group: 'Library' },
  'library.open': { label: 'Open a library', keys: ['Mod+O'], where: 'everywhere', group: 'Library' },
  'pilot.new': { label: 'New pilot', keys: ['Mod+N'], where: 'everywhere', group: 'Library' },
  'brief.new': { label: 'New brief', keys: ['Mod+Shift+N'], where: 'everywhere', group: 'Library' },
  'brief.import': { label: 'Import briefs', keys: [], where: 'everywhere', group: 'Library' },
  'clips.import': { label: 'Import clips', keys: ['Mod+I'], where: 'everywhere', group: 'Library' },
  'log.import': { label: 'Import a log', keys: ['Mod+Shift+I'], where: 'everywhere', group: 'Library' },
  'log.export': { label: 'Export the log', keys: ['Mod+E'], where: 'everywhere', group: 'Library' },
  'notes.find': { label: 'Find or export notes', keys: ['Mod+F'], where: 'everywhere', group: 'Library' },
  'library.backup': { label: 'Back up the library', keys: ['Mod+B'], where: 'everywhere', group: 'Library' },
  'library.close': { label: 'Close the library', keys: ['Mod+W'], where: 'everywhere', group: 'Library' },
} as const satisfies CommandTable;
