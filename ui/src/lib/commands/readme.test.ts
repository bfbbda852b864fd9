import { expect, test } from 'vitest';
import readme from '../../../../README.md?raw';
import { commandIds, table } from '.';

/** As Markdown has it; the backtick itself asks for two around it. */
const code = (key: string) => (key === '`' ? '`` ` ``' : `\`${key}\``);

/** A heading of the key card in one row: every command of it with its keys. */
function rowOf(group: string): string {
  const commands = commandIds
    .filter((id) => table[id].group === group && table[id].keys.length > 0)
    .map((id) => `${table[id].keys.map(code).join(' ')} ${table[id].label}`);
  return `| ${group} | ${commands.join(' · ')} |`;
}

const groups = [...new Set(commandIds.map((id) => table[id].group))];

test.each(groups)('the readme has the keys of %s as they are', (group) => {
  expect(readme).toContain(rowOf(group));
});
