//! Whether a person was there.

use crate::code::codes;

codes! {
    /// What one attendance record says of one registration in one session.
    AttendanceStatus, "attendance status" {
        /// Was there.
        Present = "present",
        /// Came late, and counts as having been there.
        Late = "late",
        /// Was away with leave.
        Excused = "excused",
        /// Was away.
        Absent = "absent",
    }
}
