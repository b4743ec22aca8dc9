//! Registering for an event, confirming the address, giving the place up.
