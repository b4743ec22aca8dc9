//! Who is eligible for a certificate, and why or why not.
