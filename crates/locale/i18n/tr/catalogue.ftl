### The list of events and its filters.

catalogue-title = Çalıştaylar, seminerler ve kurslar
catalogue-lead = On üye devletin kamu görevlilerine açıktır. Kayıt ücretsizdir, yer sayısı sınırlıdır.

catalogue-filter-search = Arama
catalogue-filter-area = Alan
catalogue-filter-kind = Tür
catalogue-filter-country = Ülke
catalogue-filter-language = Dil
catalogue-filter-mode = Biçim
catalogue-filter-from = Başlangıç
catalogue-filter-until = Bitiş
catalogue-filter-past = Geçmiş etkinlikleri göster
catalogue-all-areas = Bütün alanlar
catalogue-all-kinds = Bütün türler
catalogue-all-countries = Bütün ülkeler
catalogue-all-languages = Bütün diller
catalogue-any-mode = Hepsi

catalogue-count = { $count } etkinlik
catalogue-subscribe = bu listeye abone ol
catalogue-clear = temizle
catalogue-empty-title = Eşleşen etkinlik yok
catalogue-empty-advice = Daha az sözcükle arayın ya da bir süzgeci kaldırın.
