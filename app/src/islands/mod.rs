//! What runs in the browser: each makes a page that already works more pleasant.

pub mod attendance;
