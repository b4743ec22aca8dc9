//! Running sessions: the roster and attendance.
