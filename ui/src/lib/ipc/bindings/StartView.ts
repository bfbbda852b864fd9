// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Appearance } from "./Appearance";
import type { LibrarySummary } from "./LibrarySummary";
import type { OpeningLibrary } from "./OpeningLibrary";
import type { Problem } from "./Problem";
import type { RecentLibrary } from "./RecentLibrary";

/**
 * What the page needs before its first screen.
 */
export type StartView = {
/**
 * The app's version.
 */
version: string,
/**
 * `linux`, `macos` or `windows`; decides how keys are written.
 */
platform: string,
/**
 * Where clips are served from, ending without a slash: `http://127.0.0.1:PORT/TOKEN`.
 */
media_base: string,
/**
 * The open library, if one is open.
 */
library: LibrarySummary | null,
/**
 * The library that is being opened, because it was asked for or open last; `started` answers once that is over.
 */
opening: OpeningLibrary | null,
/**
 * Why the library that should be open is not.
 */
problem: Problem | null,
/**
 * The app was started on the sample pilot and there is none yet: the page begins by making it.
 */
make_sample: boolean,
/**
 * Libraries opened before, latest first.
 */
recent: Array<RecentLibrary>,
/**
 * The chosen look.
 */
appearance: Appearance,
/**
 * Commands whose keys a person changed on this computer, as the page writes keys.
 */
keys: { [key in string]: Array<string> }, };
