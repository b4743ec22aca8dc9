### What coordinators see: events, registrations, eligibility, issuing.
