import type { CommandTable } from '../spec';

const where = ['prices'] as const;

export const pricesCommands = {
  'prices.search': { label: 'Search the prices', keys: ['/'], where, group: 'Prices' },
  'prices.add': { label: 'Add a price', keys: ['A'], where, group: 'Prices' },
  'prices.import': { label: 'Import a price list', keys: ['I'], where, group: 'Prices' },
  'prices.showAll': { label: 'Show all prices', keys: ['Shift+Escape'], where, group: 'Prices' },
} as const satisfies CommandTable;
