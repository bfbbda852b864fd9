import type { Aim } from './picture-source';
import type { Group } from './preview-index';

/**
 * Which groups of frames are worth their memory, the most urgent first: the one the playhead is in, the one it comes to next, the
 * one behind it for a step back, and then on along the way it goes, round the played range and at last through the rest of the clip.
 */
export function wantedGroups(groups: readonly Group[], aim: Aim, allowance: number): number[] {
  const { played, rest } = ring(groups, aim);
  const [current, next, ...others] = played;
  // A set keeps the first of each.
  const urgent = new Set([current, next, played.at(-1), ...others, ...rest].filter((group) => group !== undefined));
  const wanted: number[] = [];
  let frames = 0;
  for (const group of urgent) {
    frames += lengthOf(groups[group]);
    // However little is allowed, the picture that is looked at is shown.
    if (frames > allowance && wanted.length > 0) break;
    wanted.push(group);
  }
  return wanted;
}

export function groupAt(groups: readonly Group[], frame: number): number {
  return Math.max(0, groups.findLastIndex((group) => group.first <= frame));
}

/** The groups that are played, along the way the playhead goes, and those that are not. */
function ring(groups: readonly Group[], { frame, way, range }: Aim): { played: number[]; rest: number[] } {
  const all = groups.map((_, index) => index);
  const within = range !== null && frame >= range.first && frame <= range.last;
  const played = within ? all.slice(groupAt(groups, range.first), groupAt(groups, range.last) + 1) : all;
  return { played: turned(played, groupAt(groups, frame), way), rest: all.filter((group) => !played.includes(group)) };
}

function turned(order: readonly number[], from: number, way: 1 | -1): number[] {
  const along = way > 0 ? [...order] : [...order].reverse();
  const start = along.indexOf(from);
  return [...along.slice(start), ...along.slice(0, start)];
}

/** How many frames a group has; none where there is no group. */
export function lengthOf(group: Group | undefined): number {
  return group ? group.last - group.first + 1 : 0;
}
