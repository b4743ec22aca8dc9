### The courses of the catalogue.

course-list-title = Kurslar
course-list-lead = Ne öğretilir, kimler içindir, bir sonraki ne zaman düzenlenir.
course-other-area = Diğer
course-none-title = Henüz tanıtılan kurs yok
course-none-advice = Etkinlikler yine de listede yer alır.
course-to-events = Bütün etkinlikleri gör
course-runs = önümüzde { $count } etkinlik
course-area = Alanlar
course-upcoming = Sıradaki etkinlikler
course-no-run = Bu kurs için şu anda duyurulmuş etkinlik yok.
course-to-list = Bütün kurslar
