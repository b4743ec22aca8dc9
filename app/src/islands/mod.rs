//! What runs in the browser: each makes a page that already works more pleasant.

pub(crate) mod attendance;
pub(crate) mod catalogue;
pub(crate) mod issuing;
pub(crate) mod registration;
