//! Use cases over the library and its media, called by the shell and the command line.

pub mod view;
