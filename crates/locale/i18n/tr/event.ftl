### The page of an event, and the seats shown in every list.

seats-left = { $capacity } yerden { $left } yer boş
seats-full = Dolu
seats-waiting = bekleme listesinde { $count } kişi
seats-nomination = Aday gösterme ile
seats-invitation = Davet ile
seats-cancelled = İptal edildi
seats-closed = Kayıt kapandı
seats-opens = Kayıt açılışı: { $date }
seats-until = son gün: { $date }
