/** Rows of a list of mishaps that are drawn: a file of 100,000 bad rows says as much in its first hundred. */
export const SHOWN = 100;
