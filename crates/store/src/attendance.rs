//! Attendance records; a correction supersedes.
