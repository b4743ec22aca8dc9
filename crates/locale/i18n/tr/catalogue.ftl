### The list of events and its filters; events as calendars.

catalogue-title = Çalıştaylar, seminerler ve kurslar
catalogue-lead = On üye devletin kamu görevlilerine açıktır. Kayıt ücretsizdir, yer sayısı sınırlıdır.

catalogue-filter-search = Arama
catalogue-filter-area = Alan
catalogue-filter-kind = Tür
catalogue-filter-country = Ülke
catalogue-filter-language = Dil
catalogue-filter-mode = Biçim
catalogue-filter-when = Zaman
catalogue-filter-from = Başlangıç
catalogue-filter-until = Bitiş
catalogue-all-areas = Bütün alanlar
catalogue-all-kinds = Bütün türler
catalogue-all-countries = Bütün ülkeler
catalogue-all-languages = Bütün diller
catalogue-any-mode = Hepsi
catalogue-when-upcoming = Gelecek ve süren
catalogue-when-past = Geçmiş
catalogue-when-all = Bütün tarihler
catalogue-more = Diğer süzgeçler

catalogue-count = { $count } etkinlik
# The hours of an event of one day, in a line of facts; $city is the city whose clocks are meant.
catalogue-hours = { $hours } ({ $city })
catalogue-subscribe = bu listeye abone ol
catalogue-clear = temizle

## Nothing found: by the filters, or at all.

catalogue-empty-title = Eşleşen etkinlik yok
catalogue-empty-advice = Daha az sözcükle arayın ya da bir süzgeci kaldırın.
catalogue-clear-filters = Bütün süzgeçleri kaldır
catalogue-all-dates = Geçmiş dahil bütün tarihlerde ara
catalogue-none-title = Şu anda duyurulmuş etkinlik yok
catalogue-none-advice = Yeni etkinlikler yayımlandıkları anda burada görünür.
catalogue-see-past = Geçmiş etkinlikleri gör

## Calendars (.ics).

calendar-name = Maktab: etkinlikler
# $title is the title of an event of several days, of which this entry is one.
calendar-day = { $title } ({ $day }. gün, toplam { $days })
# $city is the city whose clocks are meant.
calendar-zone = Programdaki saatler: { $city }
