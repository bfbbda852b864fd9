//! Probing, exact frames, posters, strips and previews, in worker processes.
