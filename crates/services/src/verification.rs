//! Answering whether a certificate is true.
