//! Requests to issue the certificates of an event, and how far they are.
