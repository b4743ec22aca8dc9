//! Finding a course.
