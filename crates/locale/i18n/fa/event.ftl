### The page of an event, and the seats shown in every list.

seats-left = { $left } جا از { $capacity } جا خالی است
seats-waiting = { $count } نفر در انتظارند
seats-opens = آغاز ثبت‌نام: { $date }
seats-until = تا { $date }
