//! The words, states, money and statistics of Circletake; no I/O.
