//! Finding an event: the catalogue and the page of one event.
