//! The sign-off desk: gates and their answers, signing, and what ends a sign-off.

mod void;
