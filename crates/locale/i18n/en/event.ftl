### The page of an event, and the seats shown in every list.

seats-left = { $capacity ->
    [one] { $left } of { $capacity } seat left
   *[other] { $left } of { $capacity } seats left
}
seats-waiting = { $count } on the waiting list
seats-opens = Registration opens on { $date }
seats-until = until { $date }
