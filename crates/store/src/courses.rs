//! Courses as visitors find them.
