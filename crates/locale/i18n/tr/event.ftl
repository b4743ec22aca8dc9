### The page of an event, and the seats shown in every list.

seats-left = { $capacity } yerden { $left } yer boş
seats-waiting = bekleme listesinde { $count } kişi
seats-opens = Kayıt açılışı: { $date }
seats-until = son gün: { $date }
