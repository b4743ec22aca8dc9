### What trainers see: sessions, rosters, attendance.

teach-title = Oturumlarım
teach-lead = Eğitmen olduğunuz etkinlikler, oturumları ve yoklamaları.
teach-running = Şu anda süren
teach-upcoming = Yaklaşan
teach-past = Geçmiş
teach-empty = Henüz hiçbir etkinlikte eğitmen değilsiniz. Bir koordinatör sizi programa eklediğinde etkinlik burada görünür.
teach-empty-manage = Koordine ettiğiniz etkinlikler
teach-event-cancelled = Bu etkinlik iptal edildi. Yoklama alınamaz.

teach-sessions = Oturumlar
teach-sessions-count = { $count ->
    [one] { $count } oturum
   *[other] { $count } oturum
}
teach-no-sessions = Programda henüz oturum yok.
teach-now = Şimdi
teach-own = Sizin
# For where no sentence stands: 28 of 30.
teach-of = { $part } / { $all }
teach-badge-untracked = Yoklama alınmaz
teach-badge-from = Yoklama saati: { $time }
teach-badge-taken = Yoklama alındı: { $progress }
teach-badge-partly = Kaydedilen: { $progress }
teach-badge-missing = Yoklama eksik
teach-badge-open = Yoklama açık
teach-badge-none = Kayıt yok

## The roster

teach-roster = Katılımcı listesi
teach-people = { $count ->
    [one] { $count } kesinleşmiş katılımcı
   *[other] { $count } kesinleşmiş katılımcı
}
teach-found = { $count ->
    [one] { $all } katılımcıdan { $count } kişi bulundu
   *[other] { $all } katılımcıdan { $count } kişi bulundu
}
teach-search = Ad, kurum veya ülke
teach-print = İmza çizelgesini yazdır
teach-print-hint = Bu sayfa yazdırıldığında imza sütunu olan bir imza çizelgesidir.
teach-nobody = Henüz kesinleşmiş katılımcı yok.
teach-nobody-found = Bu listede eşleşen kimse yok. Daha az harf deneyin.
teach-column-number = No
teach-column-name = Ad
teach-column-native = Kendi yazısıyla adı
teach-column-institution = Kurum
teach-column-country = Ülke
teach-column-attended = Katılım
teach-column-signature = İmza

## Attendance of one session

teach-sheet-title = Yoklama: { $session }
teach-untracked = Bu oturumda yoklama alınmaz.
teach-too-early = Yoklama, oturumun başlamasından en erken 30 dakika önce alınabilir.
teach-closed = Yoklama kapalı: etkinlik yayındayken, tamamlanana kadar alınabilir.
teach-opens = Yoklama { $time } ({ $zone }) itibarıyla, oturumdan 30 dakika önce alınabilir.
teach-not-recorded = Kaydedilmedi
teach-rest-present = Kalanların hepsini var yaz ve kaydet
teach-all-present = Kalanların hepsini var yaz
teach-keys-move = sonraki, önceki kişi
teach-saved = { $count ->
    [one] { $count } işaret kaydedildi.
   *[other] { $count } işaret kaydedildi.
}
teach-saved-none = Hiçbir şey değişmedi.
teach-kept = Değiştirilmedi, çünkü bu çizelge gösterildikten sonra başkası kaydetti: { $people }. Yanlışsa yeniden işaretleyin.
teach-kept-mark = { $name } ({ $status }, kaydeden { $by })
teach-saving = Kaydediliyor…
teach-unsaved = Henüz kaydedilmedi
teach-not-saved = Kaydedilmedi: sunucuya ulaşılamıyor. İşaretleriniz bu sayfada duruyor; yeniden deneyin.
teach-signed-out = Kaydedilmedi: oturumunuz kapanmış. Başka bir sekmede giriş yapıp yeniden kaydedin.
teach-last = Son kayıt: { $time }, { $by }
teach-past-mark = { $status } – { $time }, { $by }
teach-corrections = { $count ->
    [one] { $count } düzeltme
   *[other] { $count } düzeltme
}
teach-previous = Önceki oturum:
teach-next = Sonraki oturum:
