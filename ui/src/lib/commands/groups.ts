/** The headings of the key card, each in the menu it stands in; the menus from left to right. */
export const menus = {
  Library: ['Library', 'History'],
  'Go to': ['Go to'],
  Pilots: ['Pilot', 'Estimate', 'Prices'],
  Briefs: ['Brief', 'Prompts'],
  Clips: ['Clips', 'Grid'],
  // Not “Edit”: on a Mac that is the menu with copy and paste.
  Editing: ['Edit'],
  Review: ['Judge', 'After reject', 'Queue', 'Notes', 'Pairs', 'Screen'],
  Picture: ['Picture', 'View'],
  Compare: ['Compare'],
  'Sign-off': ['Gates', 'Sign-off', 'Clip at the desk'],
  App: ['App'],
} as const;

/** A heading that no menu has is an error here, and no command can be without a menu. */
export type Group = (typeof menus)[keyof typeof menus][number];
