/** Why a clip could not be read, as people read it: what happened, and what to do next. */

import type { MediaFailure } from '$lib/ipc';

export interface FailureWords {
  message: string;
  hint: string;
}

/** The bytes that came in are not those that lie there now. */
export const changedFile: FailureWords = {
  message: 'This file holds other bytes than those that came in.',
  hint: 'Put the file back that was judged, or bring the new one in as a clip of its own.',
};

export const failureWords: Record<MediaFailure, FailureWords> = {
  not_a_video: { message: 'This file is not a video.', hint: 'Check that the right file was chosen, or export it again as MP4.' },
  no_video_stream: { message: 'This file has no pictures in it, only sound or data.', hint: 'Choose the video file that belongs to it.' },
  unsupported_codec: { message: 'The pictures in this file are in a format that cannot be decoded here.', hint: 'Export the clip as H.264 in MP4.' },
  truncated: { message: 'This file stops before the clip ends.', hint: 'The download was probably cut off; fetch the clip again.' },
  damaged: { message: 'This file is damaged; none of its pictures can be read.', hint: 'Fetch or export the clip again.' },
  too_large: { message: 'This clip is larger than Circletake reads.', hint: 'Export it in 8K or smaller, and below one hour.' },
  timed_out: { message: 'Reading this clip took too long and was stopped.', hint: 'Try again; if it happens twice, the file is probably damaged.' },
  worker_died: { message: 'Reading this clip crashed the reader, which was restarted; nothing else was touched.', hint: 'The file is probably damaged; export the clip again.' },
  permission_denied: { message: 'This file may not be opened.', hint: 'Give yourself permission to read it, then try again.' },
  missing: { message: 'This file is not there any more.', hint: 'Put it back where it was, or import it from its new place.' },
  not_a_file: { message: 'This is not a file that can be read as a clip.', hint: 'Choose a video file.' },
  empty: { message: 'This file is empty.', hint: 'The download probably failed; fetch the clip again.' },
  no_such_frame: { message: 'The clip has no frame with this number.', hint: 'Frames are counted from 0; choose one below the frame count.' },
  disk_error: { message: 'The disk could not be read or written.', hint: 'Check that the disk is connected and has space, then try again.' },
  cancelled: { message: 'Stopped, as asked.', hint: 'Start again whenever you like.' },
  worker_unavailable: { message: 'The clip reader could not be started.', hint: 'Reinstall Circletake, or check that security software does not block it.' },
};
