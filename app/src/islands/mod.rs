//! What runs in the browser: each makes a page that already works more pleasant.

pub(crate) mod attendance;
<<<<<<< HEAD
pub(crate) mod catalogue;
=======
pub(crate) mod issuing;
>>>>>>> 8c99371 (app: pages of certificates, verification and public documents)
pub(crate) mod registration;
