//! Certificates as issued, their standing and their place in the status list.
