//! Events as visitors find them: search, filters, pages of the list, one event.
