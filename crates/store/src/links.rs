//! One-time links: kept only as a hash, used once.
