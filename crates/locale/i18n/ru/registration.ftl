### Registering, and a person's own registrations.
