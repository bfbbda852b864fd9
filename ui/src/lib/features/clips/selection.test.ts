import { describe, expect, it } from 'vitest';
import { nothingSelected, reach, selectOnly, selectReach, toggle } from './selection';

describe('choosing clips', () => {
  it('keeps the order of choosing, which is the order of comparing', () => {
    let selection = selectOnly('gen_00007', 6);
    selection = toggle(selection, 'gen_00002', 1);
    selection = toggle(selection, 'gen_00009', 8);
    expect(selection.ids).toEqual(['gen_00007', 'gen_00002', 'gen_00009']);
    selection = toggle(selection, 'gen_00002', 1);
    expect(selection).toEqual({ ids: ['gen_00007', 'gen_00009'], anchor: 1 });
  });

  it('reaches from the first to the last clicked, backwards too', () => {
    expect(reach(3, 6)).toEqual([3, 4, 5, 6]);
    expect(reach(6, 4)).toEqual([6, 5, 4]);
    const selection = selectReach(selectOnly('a', 6), ['a', 'b', 'c']);
    expect(selection).toEqual({ ids: ['a', 'b', 'c'], anchor: 6 });
    expect(selectReach(nothingSelected, ['x', 'x']).ids).toEqual(['x']);
  });
});
