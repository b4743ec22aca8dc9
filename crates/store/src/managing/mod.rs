//! Events and registrations as coordinators look after them.
