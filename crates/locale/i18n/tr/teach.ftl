### What trainers see: sessions, rosters, attendance.
