//! Messages that a committed change owes the world.
