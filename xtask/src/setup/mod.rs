//! Set-up on a fresh machine: what the commands need, installed where that is allowed, and said
//! exactly where it is not.

pub mod debian;
pub mod node;
pub mod rust;
pub mod site_tools;
