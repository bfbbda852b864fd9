import { describe, expect, it } from 'vitest';
import { activeTake, arrange, begin, bring, comeBack, indexOf, lay, leave, look, move, neighbours, rivals, type Sitting, type Take } from './sitting';

const take = (number: number): Take => ({
  generation_id: `gen_${number}`,
  brief_id: 'bf_2025_001',
  clip: null,
  status: 'review_pending',
});
const takes = [1, 2, 3, 4, 5].map(take);
const active = (sitting: Sitting) => activeTake(sitting)?.generation_id;

describe('a sitting with one take on screen', () => {
  it('goes from take to take and stays at both ends', () => {
    let sitting = begin(takes, 1);
    expect(active(move(sitting, -1))).toBe('gen_1');
    for (let press = 0; press < 9; press++) sitting = move(sitting, 1);
    expect(active(sitting)).toBe('gen_5');
  });

  it('brings up the next take when one is judged, and the one before at the end of the list', () => {
    let sitting = bring(begin(takes, 1), 'gen_4');
    sitting = leave(sitting, 'gen_4');
    expect(active(sitting)).toBe('gen_5');
    sitting = leave(sitting, 'gen_5');
    expect(active(sitting)).toBe('gen_3');
    expect(sitting.takes).toHaveLength(3);
  });

  it('is empty once everything is judged, and an undone take comes back to its place', () => {
    let sitting = begin(takes, 1);
    for (const { generation_id } of takes) sitting = leave(sitting, generation_id);
    expect(activeTake(sitting)).toBeNull();
    sitting = comeBack(sitting, takes[4]!, 4);
    expect(active(sitting)).toBe('gen_5');
    sitting = comeBack(sitting, takes[1]!, 0);
    expect(active(sitting)).toBe('gen_2');
    expect(indexOf(sitting, 'gen_5')).toBe(1);
  });

  it('has its neighbours named: two ahead, one behind', () => {
    expect(neighbours(begin(takes, 1), 2).map((next) => next.generation_id)).toEqual(['gen_2', 'gen_3']);
    expect(neighbours(bring(begin(takes, 1), 'gen_4'), 2).map((next) => next.generation_id)).toEqual(['gen_5', 'gen_3']);
    expect(neighbours(begin([], 1), 2)).toEqual([]);
  });
});

describe('a sitting with two takes on screen', () => {
  it('keeps the order of choosing as the order of comparing', () => {
    expect(begin([takes[3]!, takes[0]!], 2).slots).toEqual(['gen_4', 'gen_1']);
  });

  it('leaves the other take where it is when one is judged', () => {
    let sitting = begin(takes, 2);
    sitting = leave(sitting, 'gen_1');
    expect(sitting.slots).toEqual(['gen_3', 'gen_2']);
    sitting = leave(look(sitting, 1), 'gen_2');
    expect(sitting.slots).toEqual(['gen_3', 'gen_4']);
    expect(active(sitting)).toBe('gen_4');
  });

  it('moves only the side that is looked at, past the take on the other side', () => {
    const sitting = move(begin(takes, 2), 1);
    expect(sitting.slots).toEqual(['gen_3', 'gen_2']);
    expect(move(sitting, -1).slots).toEqual(['gen_1', 'gen_2']);
  });

  it('falls back to one when only one is left', () => {
    let sitting = begin(takes.slice(0, 2), 2);
    sitting = leave(look(sitting, 1), 'gen_2');
    expect(sitting.slots).toEqual(['gen_1']);
    expect(active(sitting)).toBe('gen_1');
  });

  it('can be laid out as one and as two again', () => {
    const sitting = look(begin(takes, 2), 1);
    expect(lay(sitting, 1).slots).toEqual(['gen_2']);
    expect(lay(lay(sitting, 1), 2).slots).toEqual(['gen_2', 'gen_3']);
    expect(lay(begin(takes.slice(0, 1), 1), 2).slots).toEqual(['gen_1']);
  });
});

describe('a sitting with four or nine takes on screen', () => {
  it('fills up with what comes next, then with what came before, and stands in the order of the list once all are there', () => {
    expect(lay(begin(takes, 2), 4).slots).toEqual(['gen_1', 'gen_2', 'gen_3', 'gen_4']);
    const last = lay(bring(begin(takes, 1), 'gen_5'), 4);
    expect(last.slots).toEqual(['gen_5', 'gen_4', 'gen_3', 'gen_2']);
    const all = lay(last, 9);
    expect(all.slots).toEqual(['gen_1', 'gen_2', 'gen_3', 'gen_4', 'gen_5']);
    expect(active(all)).toBe('gen_5');
  });

  it('takes of the same brief come before those of another', () => {
    const mixed = takes.map((one, index) => (index === 1 ? { ...one, brief_id: 'bf_other' } : one));
    expect(lay(begin(mixed, 1), 2).slots).toEqual(['gen_1', 'gen_3']);
    expect(rivals(begin(mixed, 1)).map((one) => one.generation_id)).toEqual(['gen_1', 'gen_3', 'gen_4', 'gen_5']);
  });

  it('goes back to fewer without losing the one that is judged', () => {
    const four = look(lay(begin(takes, 1), 4), 3);
    expect(lay(four, 1).slots).toEqual(['gen_4']);
    expect(active(lay(four, 2))).toBe('gen_4');
  });

  it('fills the place of a take that leaves, as long as there is another', () => {
    const four = leave(lay(begin(takes, 1), 4), 'gen_2');
    expect(four.slots).toEqual(['gen_1', 'gen_5', 'gen_3', 'gen_4']);
    expect(leave(four, 'gen_3').slots).toEqual(['gen_1', 'gen_5', 'gen_4']);
  });

  it('comes back as it was remembered, without takes that are gone', () => {
    const back = arrange(begin(takes, 1), ['gen_4', 'gen_9', 'gen_2'], 4, 1);
    expect(back.slots).toEqual(['gen_4', 'gen_2']);
    expect(active(back)).toBe('gen_2');
    expect(arrange(begin(takes, 1), ['gen_9'], 2)).toEqual(begin(takes, 1));
  });
});
