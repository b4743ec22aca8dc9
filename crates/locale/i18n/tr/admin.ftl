### Administrators: jobs by schedule, outgoing mail, and mail that could not be delivered.

admin-title = Sistem yönetimi
admin-lead = Bu kurulumun kendiliğinden yaptığı işler ve gönderdiği e-postalar.
admin-tabs = Sistem yönetiminin bölümleri
admin-tab-overview = Genel bakış
admin-tab-jobs = Otomatik işler
admin-tab-mail = Giden e-posta
admin-tab-dead = Teslim edilemeyenler
admin-page-title = { $page }: sistem yönetimi
admin-utc = Bütün saatler UTC’ye göredir.
admin-well = İlgilenmenizi gerektiren bir şey yok.
admin-attention = İlgilenmeniz gerekenler
admin-jobs-in-trouble = { $count ->
    [one] { $count } iş gerektiği gibi çalışmıyor
   *[other] { $count } iş gerektiği gibi çalışmıyor
}
admin-dead-count = { $count ->
    [one] { $count } e-posta teslim edilemedi
   *[other] { $count } e-posta teslim edilemedi
}
admin-mail-late = E-postalar { $at } tarihinden beri bekliyor. Sunucu çalışıyor mu, e-posta sunucusu yanıt veriyor mu?
admin-sent-lately = Son 24 saatte teslim edilen
job-end-holds = Tutulan yerleri ve önerileri sonlandırma
job-send-reminders = Hatırlatma gönderme
job-close-registration = Kayıtları kapatma
job-complete-events = Etkinlikleri tamamlama
job-purge = Süresi dolanları silme
job-does-end-holds = Süresi içinde onaylanmayan veya kabul edilmeyen yerleri boşaltır ve sıradakine önerir.
job-does-send-reminders = Etkinlikleri, onayları, önerileri ve kararları hatırlatır.
job-does-close-registration = Bekleyenlere, kayıtların kapandığını ve kendilerine yer açılmadığını bildirir.
job-does-complete-events = Etkinliğin bitişinden bir hafta sonra yoklamayı kapatır.
job-does-purge = Süresi dolmuş bağlantıları, oturumları ve deneme sayılarını siler.
job-outcome-done = Tamamlandı
job-outcome-failed = Başarısız
job-outcome-stopped = Yarıda kaldı
job-outcome-lost = Sunucu kayboldu
admin-column-job = İş
admin-column-last = Son çalışma
admin-column-next = Sonraki çalışma
admin-column-schedule = Zamanlama
admin-column-outcome = Sonuç
admin-column-done = Yapılanlar
admin-column-runs = Toplam çalışma
admin-column-failures = Art arda hata
admin-column-server = Sunucu
admin-every-minutes = { $count ->
    [one] { $count } dakikada bir
   *[other] { $count } dakikada bir
}
admin-every-hours = { $count ->
    [one] { $count } saatte bir
   *[other] { $count } saatte bir
}
admin-job-never = Henüz çalışmadı
admin-job-running = { $at } tarihinden beri { $server } üzerinde çalışıyor
admin-job-on = sunucu: { $server }
admin-job-due = Sırası geldi
admin-job-overdue = { $at } tarihinden beri gecikmiş: hiçbir sunucu çalışmıyor
admin-job-failures = { $count ->
    [one] Art arda { $count } kez başarısız
   *[other] Art arda { $count } kez başarısız
}
admin-done-holds = { $count ->
    [one] { $count } yer boşaltıldı
   *[other] { $count } yer boşaltıldı
}
admin-done-reminders = { $count ->
    [one] { $count } kişiye hatırlatıldı
   *[other] { $count } kişiye hatırlatıldı
}
admin-done-closing = { $count ->
    [one] { $count } kişiye bildirildi
   *[other] { $count } kişiye bildirildi
}
admin-done-completing = { $count ->
    [one] { $count } etkinlik tamamlandı
   *[other] { $count } etkinlik tamamlandı
}
admin-done-purging = { $count ->
    [one] { $count } kayıt silindi
   *[other] { $count } kayıt silindi
}
admin-run-now = Şimdi çalıştır
admin-run-now-of = Şimdi çalıştır: { $job }
admin-job-asked = “{ $job }” birkaç saniye içinde çalışacak.
admin-job-is-running = Bu iş şu anda çalışıyor. Bittiğinde yeniden çalıştırılabilir.
mail-state-waiting = Bekliyor
mail-state-leased = Gönderiliyor
mail-state-retrying = Yeniden denenecek
mail-state-dead = Teslim edilemedi
mail-state-discarded = Kenara ayrıldı
mail-state-sent = Teslim edildi
mail-kind-confirm-registration = Kayıt onayı
mail-kind-confirm-reminder = Onay hatırlatması
mail-kind-registered = Yer kesinleşti
mail-kind-already-registered = Zaten kayıtlı
mail-kind-applied = Başvuru alındı
mail-kind-approved = Başvuru kabul edildi
mail-kind-declined = Başvuru reddedildi
mail-kind-withdrawn = Koordinatör iptali
mail-kind-cancelled = Kişinin iptali
mail-kind-waitlisted = Bekleme listesine alındı
mail-kind-waiting-list-ended = Bekleme listesi sona erdi
mail-kind-offered = Yer önerisi
mail-kind-offer-reminder = Öneri hatırlatması
mail-kind-offer-ended = Öneri sona erdi
mail-kind-nominated = Aday gösterildi
mail-kind-listed = Koordinatörün listesine alındı
mail-kind-listed-place = Koordinatörün listesiyle yer verildi
mail-kind-nomination-withdrawn = Adaylık geri çekildi
mail-kind-invited = Davet
mail-kind-event-reminder = Etkinlik hatırlatması
mail-kind-event-cancelled = Etkinlik iptali
mail-kind-decision-reminder = Karar hatırlatması
mail-kind-certificate-ready = Sertifika hazır
mail-kind-certificates-issued = Sertifikalar verildi
mail-kind-certificate-revoked = Sertifika iptal edildi
mail-kind-sign-in = Oturum açma bağlantısı
mail-kind-sign-in-unknown = Hesap yok
mail-kind-password-changed = Parola değişti
admin-mail-search = Adresin başı
admin-mail-kind = Tür
admin-all-kinds = Tüm türler
admin-column-subject = Konu
admin-column-to = Alıcı
admin-column-written = Yazıldı
admin-column-tried = Deneme sayısı
admin-column-leaves = Sonraki deneme
admin-column-sent = Teslim edildi
admin-column-dead = Vazgeçildi
admin-column-why = Neden
admin-column-language = Dil
admin-column-aside = Kenara ayrıldı
admin-tried = { $count ->
    [one] { $count } kez denendi
   *[other] { $count } kez denendi
}
admin-mail-none = Henüz e-posta yok.
admin-mail-none-found = Aradığınıza uyan e-posta yok.
admin-dead-none = Bütün e-postalar teslim edildi ya da hâlâ deneniyor.
admin-dead-lead = Bu e-postalar birkaç kez denendi ya da kesin olarak geri çevrildi. Neden ortadan kalkınca yeniden gönderin; artık gerekmeyenler kenara ayrılabilir.
admin-show-aside = Kenara ayrılanları göster
admin-show-dead = Teslim edilemeyenleri göster
admin-choose-one = Seç: { $subject }, { $to }
admin-choose = Seç
admin-choose-all = Bu sayfadakilerin hepsini işaretle
admin-chosen = Seçilenlerle
admin-resend-chosen = Yeniden gönder
admin-resend-all = Hepsini yeniden gönder
admin-resend-all-hint = Yukarıdaki aramaya uyan, listenin bütün sayfalarındaki teslim edilemeyen e-postalar.
admin-discard-chosen = Kenara ayır
admin-note = Not
admin-note-hint = Neden gönderilmesi gerekmediği. Yalnızca sistem yöneticileri görür.
admin-resent = { $count ->
    [one] { $count } e-posta yeniden deneniyor.
   *[other] { $count } e-posta yeniden deneniyor.
}
admin-resent-refused = { $count ->
    [one] { $count } e-posta yeniden gönderilemiyor: bağlantısının süresi dolmuş ya da artık teslim edilemeyenler arasında değil.
   *[other] { $count } e-posta yeniden gönderilemiyor: bağlantısının süresi dolmuş ya da artık teslim edilemeyenler arasında değil.
}
admin-discarded = { $count ->
    [one] { $count } e-posta kenara ayrıldı.
   *[other] { $count } e-posta kenara ayrıldı.
}
admin-nothing-chosen = Hiçbir şey seçilmedi: önce kutuları işaretleyin.
admin-taken-back = E-posta yeniden teslim edilemeyenler arasında.
admin-take-back = Geri al
admin-mail-not-discarded = Bu e-posta artık kenara ayrılmış değil.
admin-text = Metin
admin-text-secret = Metin alıcısından başkasına gösterilmez: içinde kişisel bir bağlantı var.
admin-secret-until = Bağlantı { $at } tarihine kadar geçerlidir. O zamana kadar e-posta yeniden gönderilebilir.
admin-expired = Bu e-posta yeniden gönderilemez: bağlantısının süresi doldu.
admin-expired-sign-in = Kişi, oturum açma sayfasından yeni bir bağlantı isteyebilir.
admin-expired-confirm = Tutulan yer boşaltıldı. Kişi etkinliğin sayfasından yeniden kaydolabilir.
admin-expired-offer = Öneri sona erdi ve yer sıradakine verildi. Etkinliğin koordinatörü başka bir yer önerebilir.
admin-expired-invited = Etkinliğin koordinatörü daveti yeni bir bağlantıyla yeniden gönderebilir.
admin-aside-by = { $at }, { $name }
