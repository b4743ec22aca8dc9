### What coordinators see: events, agenda, registrations, steps, and the mails of their decisions.

## The list of events

manage-title = Koordine ettiğiniz etkinlikler
manage-title-all = Bütün etkinlikler
manage-new = Yeni etkinlik
manage-events-count = { $count ->
    [one] { $count } etkinlik
   *[other] { $count } etkinlik
}
manage-events-none = Henüz etkinlik yok. İlkini oluşturun.
manage-events-none-found = Eşleşen etkinlik yok. Daha az sözcük deneyin veya bir süzgeci kaldırın.
manage-search = Başlık, yer veya alan
manage-all-states = Tüm durumlar
manage-time = Zaman
manage-time-any = Her zaman
manage-time-ahead = Süren veya yaklaşan
manage-time-over = Sona eren
manage-column-event = Etkinlik
manage-column-state = Durum
manage-column-seats = Yerler
manage-column-waiting = Karar bekleyen
manage-to-decide = { $count ->
    [one] { $count } kayıt kararınızı bekliyor
   *[other] { $count } kayıt kararınızı bekliyor
}
manage-seats = { $capacity } yerden { $taken } dolu

## The pages about one event

manage-tabs = Bu etkinliğin sayfaları
manage-tab-overview = Genel bakış
manage-tab-details = Bilgiler
manage-tab-agenda = Program
manage-tab-registrations = Kayıtlar
manage-tab-seats = Yerler
manage-tab-attendance = Yoklama
manage-tab-certificates = Sertifikalar
manage-page-title = { $page }: { $event }
manage-saved = Kaydedildi.

## Overview

manage-readiness = Yayımlanmadan önce
manage-ready = Gereken her şey tamam.
manage-not-ready = Hâlâ eksikler var.
manage-missing = Eksik
manage-there = Tamam
manage-needs-title = İngilizce başlık
manage-needs-summary = İngilizce özet
manage-needs-sessions = Programda en az bir oturum
manage-needs-window = Geçmemiş bir kayıt dönemi
manage-needs-organisers = Düzenleyen bir kuruluş
manage-needs-place = Etkinlik çevrimiçi değilse şehir
manage-next = Sırada ne var
manage-take-attendance = Yoklama al
manage-is-over = Etkinlik bitti. Bütün oturumlarda yoklama alındığında etkinliği tamamlayın; ardından sertifikalar verilebilir.
manage-is-completed = Etkinlik tamamlandı.
manage-look-at = Göz atmaya değer
manage-attendance-missing = { $count ->
    [one] { $count } oturumda yoklama eksik
   *[other] { $count } oturumda yoklama eksik
}
manage-without-trainer = { $count ->
    [one] Yoklama alınan { $count } oturumun eğitmeni yok
   *[other] Yoklama alınan { $count } oturumun eğitmeni yok
}
manage-nothing-tracked = Hiçbir oturumda yoklama alınmıyor: kimse sertifika alamaz
manage-closes-late = Kayıt ancak etkinlik başladıktan sonra kapanıyor
manage-facts = Özet bilgiler
manage-sessions-tracked = { $count ->
    [one] { $count } oturum, { $tracked } yoklamalı
   *[other] { $count } oturum, { $tracked } yoklamalı
}
manage-public-page = Herkese açık sayfa
manage-cancelled-because = İptal edildi: { $reason }

## Details

manage-new-lead = Önce yalnızca koordinatörlerin gördüğü bir taslak olarak başlar. Ardından program gelir.
manage-create = Taslağı oluştur
manage-course = Bir kurstan başla
manage-course-none = Kurssuz
manage-course-take = Bu kurstan doldur
manage-from-course = “{ $title }” kursundan dolduruldu: metinler, alanlar, diller ve saatler. Programı, etkinliğin başladığı günden itibaren yerleştirilir.
manage-choose = Seçin…
manage-part-texts = Başlık ve yer
manage-part-texts-hint = İngilizce zorunludur. Diğer diller kendi okurlarına gösterilir; eksik olanın yerine İngilizce metin geçer.
manage-part-kind = Ne ve kim tarafından
manage-part-time = Ne zaman
manage-part-registration = Kayıt
manage-part-certificate = Sertifika
manage-other-languages = Diğer dillerde başlık
manage-field-title = Başlık
manage-field-title-in = Başlık ({ $language })
manage-field-summary = Özet
manage-field-summary-hint = İki üç cümle: katılımcıların ne kazanacağı.
manage-field-city = Şehir
manage-field-city-hint = Etkinlik çevrimiçi değilse gereklidir.
manage-field-venue = Mekân
manage-field-kind = Tür
manage-field-mode = Katılım biçimi
manage-field-country = Ev sahibi ülke
manage-field-organisers = Düzenleyenler
manage-field-organisers-hint = Kendi kuruluşunuz her zaman yer alır. Etkinlikle tüm düzenleyenlerin koordinatörleri birlikte ilgilenir.
manage-field-areas = İş birliği alanları
manage-field-languages = Etkinliğin dilleri
manage-field-time-zone = Saat dilimi
manage-field-time-zone-hint = IANA veri tabanından bir ad, örneğin Asia/Tashkent. Etkinliğin bütün saatleri bu dilimdedir. Değiştirirseniz oturumların saatleri aynı kalır.
manage-field-starts = Başlangıç
manage-field-ends = Bitiş
manage-dates-hint = Oturum eklenir eklenmez başlangıç ve bitiş oturumlara göre belirlenir.
manage-span = Oturumlara göre etkinlik { $from } ile { $until } arasındadır. Taşımak için programı değiştirin.
manage-field-capacity = Yer sayısı
manage-field-capacity-hint = Şu anda { $taken } yer dolu veya tutuluyor.
manage-field-admission = Kabul biçimi
manage-field-opens = Kayıt başlangıcı
manage-field-closes = Kayıt bitişi
manage-times-hint = Saatler etkinliğin saat dilimindedir.
manage-field-hours = Sertifikadaki saat
manage-field-certificate = Sertifika
manage-field-percent = En az katılım, yüzde olarak
manage-field-percent-hint = Henüz alınmamış olanlar dâhil, yoklamalı bütün oturumlar üzerinden.
manage-field-excused = Mazeretli yokluk
manage-excused-leaves = O oturum kişinin hesabına katılmaz
manage-excused-absent = O oturum katılınmamış sayılır

## Agenda

manage-agenda-empty = Henüz oturum yok. İlkini aşağıda ekleyin.
manage-agenda-zone = Bütün saatler: { $zone }
manage-session-add = Oturum ekle
manage-session-added = Oturum eklendi.
manage-session-remove = Oturumu kaldır
manage-session-removed = Oturum kaldırıldı.
manage-session-remove-what = “{ $session }”, { $time }, programdan çıkarılacak. Bu işlem geri alınamaz.
manage-session-attended = Bu oturumda yoklama kaydedilmiş, bu yüzden kaldırılamaz.
manage-last-session = Yayımlanmış bir etkinlikte en az bir oturum kalır. Yapılmayacaksa etkinliği iptal edin.
manage-no-trainer = Henüz eğitmen yok
manage-no-trainers-known = Henüz bilinen eğitmen yok. E-posta adresiyle birini belirtin.
manage-field-day = Gün
manage-field-start = Başlangıç
manage-field-end = Bitiş
manage-field-room = Salon
manage-field-trainers = Eğitmenler
manage-field-trainer-email = E-posta adresiyle başka bir eğitmen
manage-field-trainer-email-hint = Eğitmen rolü olan biri; başka bir kuruluştan da olabilir.
manage-field-tracked = Yoklama alınır
manage-field-tracked-hint = Açılış, ara veya kapanış için değil: bunlar sertifikaya sayılmaz.
manage-clash-room = { $room } aynı saatte “{ $other }” oturumuna ayrılmış.
manage-clash-trainer = { $name } aynı saatte “{ $other }” oturumunu yürütüyor.
manage-clash-elsewhere = { $name }, { $hours } saatlerinde “{ $title }” etkinliğinde bir oturum yürütüyor.
manage-clash-unknown = { $name }, { $hours } saatlerinde başka bir etkinlikte bir oturum yürütüyor.

## Steps

manage-publish = Yayımla
manage-publish-what = Etkinlik katalogda yer alır ve kayıt başlangıcından itibaren kaydolunabilir.
manage-published = Yayımlandı. Etkinlik artık katalogda.
manage-complete = Etkinliği tamamla
manage-complete-what = Yoklama kapatılır. Etkinliği yeniden açana kadar eğitmenler düzeltme yapamaz.
manage-reopen = Yoklamayı yeniden aç
manage-reopen-what = Eğitmenler yoklamayı yeniden düzeltebilir. Verilmiş sertifikalar olduğu gibi kalır.
manage-cancel = Etkinliği iptal et
manage-cancel-what = { $count ->
    [0] Kayıtlı kimse yok, bu yüzden kimseye yazılmayacak. İptal edilen etkinlik geri getirilemez.
    [one] Kayıtlı { $count } kişiye gerekçenizle birlikte e-posta gönderilecek. İptal edilen etkinlik geri getirilemez.
   *[other] Kayıtlı { $count } kişiye gerekçenizle birlikte e-posta gönderilecek. İptal edilen etkinlik geri getirilemez.
}
manage-reason = Gerekçe
manage-reason-hint = İlgili kişilere yazdığınız gibi gönderilir.
manage-not-draft = Bu etkinlik artık taslak değil.
manage-not-complete = Etkinlik henüz yayımlanamaz: genel bakışta neyin eksik olduğu yazıyor.
manage-not-editable = Bu etkinlik tamamlanmış, arşivlenmiş veya iptal edilmiş. Değiştirilemez.
manage-not-published = Bu, yalnızca etkinlik yayındayken mümkündür.
manage-not-over = Etkinlik henüz bitmedi. Son oturum bittikten sonra tamamlanabilir.
manage-not-completed = Yalnızca tamamlanmış bir etkinlik yeniden açılabilir.
manage-not-cancellable = Tamamlanmış, arşivlenmiş veya iptal edilmiş bir etkinlik iptal edilemez.
manage-changed-meanwhile = Bu arada biri etkinliği değiştirmiş. Yeniden bakın.

## Registrations

manage-search-people = Ad, kurum, e-posta veya görev
manage-all-countries = Tüm ülkeler
manage-sort = Sıra
manage-sort-newest = Önce en yeniler
manage-sort-oldest = Önce en eskiler
manage-sort-name = Ada göre
manage-sort-country = Ülkeye göre
manage-sort-place = Bekleme listesi sırasına göre
manage-found = { $count ->
    [one] { $count } kayıt
   *[other] { $count } kayıt
}
manage-registrations-none = Henüz kimse kaydolmadı.
manage-registrations-none-found = Eşleşen kayıt yok. Daha az sözcük deneyin veya bir süzgeci kaldırın.
manage-all-registrations = Bütün kayıtlar
manage-column-email = E-posta
manage-column-job = Görev
manage-column-language = Yazışma dili
manage-column-registered = Kayıt tarihi
manage-column-confirmed = Kesinleşme tarihi
manage-column-held = Yer şu zamana dek tutuluyor
manage-column-ended = Sona erme
manage-column-by = Kim tarafından
manage-by-person = kişinin kendisi
manage-by-focal-point = bir odak noktası
manage-by-coordinator = bir koordinatör
manage-by-deadline = sürenin dolması
manage-approve = Onayla
manage-choose-one = Seç: { $name }
manage-approve-chosen = İşaretlenenleri onayla
manage-tick-all = Hepsini işaretle
manage-tick-none = İşaretleri kaldır
manage-nobody-ticked = Kimse işaretlenmediği için karar verilmedi. Önce listede en az bir kişiyi işaretleyin.
manage-approved = { $count ->
    [0] Kimse onaylanmadı.
    [one] { $count } kişi onaylandı.
   *[other] { $count } kişi onaylandı.
}
manage-no-seat = { $count ->
    [one] { $count } kişi için yer kalmamıştı.
   *[other] { $count } kişi için yer kalmamıştı.
}
manage-full = Boş yer kalmadı. Birinin yerinden vazgeçmesi veya yer sayısının artırılması gerekir.
manage-decline = Reddet
manage-decline-what = Kişiye gerekçenizle birlikte e-postayla bildirilir. Tutulan yer boşalır.
manage-declined = Reddedildi. Kişiye e-postayla bildirilir.
manage-withdraw = Kaydı iptal et
manage-withdraw-what = Kişi yerini kaybeder ve kendisine gerekçenizle birlikte e-postayla bildirilir.
manage-withdrawn = İptal edildi. Kişiye e-postayla bildirildi.
manage-registration-moved = Bu kaydın durumu bu arada değişmiş. Yeniden bakın.

## The mails of decisions

manage-mail-approved-subject = Yeriniz kesinleşti: { $title }
manage-mail-approved = Kaydınız onaylandı. Sizi şurada görmekten mutluluk duyacağız:
manage-mail-declined-subject = Kaydınız kabul edilmedi: { $title }
manage-mail-declined = Ne yazık ki bu etkinlikte size yer veremiyoruz.
manage-mail-withdrawn-subject = Kaydınız iptal edildi: { $title }
manage-mail-withdrawn = Bir koordinatör bu etkinlikteki kaydınızı iptal etti.
manage-mail-off-subject = İptal: { $title }
manage-mail-off = Bu etkinlik yapılmayacak. Üzgünüz.
manage-mail-reason = Gerekçe: { $reason }

## What is wrong with single fields

error-version-taken = Siz açtıktan sonra başka biri bu etkinliği değiştirdi. Başka bir sekmede açıp karşılaştırın; yeniden kaydederseniz sizin sürümünüz geçerli olur.
error-title-en-required = İngilizce bir başlık girin
error-title-ru-required = Rusça özete bir başlık da ekleyin
error-title-fa-required = Farsça özete bir başlık da ekleyin
error-title-tr-required = Türkçe özete bir başlık da ekleyin
error-city-en-required = Şehri girin veya çevrimiçi seçin
error-time-zone-choice = Bir saat dilimi adı girin, örneğin Asia/Tashkent
error-organisers-required = Kendi kuruluşunuz dâhil en az bir düzenleyen seçin
error-organisers-taken = Bir kuruluşu etkinlikten yalnızca kendi koordinatörleri ya da sistem yöneticisi çıkarabilir
error-areas-required = En az bir alan seçin
error-languages-required = En az bir dil seçin
error-capacity-number = 1 ile 100.000 arasında bir tam sayı girin
error-capacity-order = { $number ->
    [one] { $number } yer dolu veya tutuluyor; yer sayısı bundan az olamaz
   *[other] { $number } yer dolu veya tutuluyor; yer sayısı bundan az olamaz
}
error-min-percent-number = 0 ile 100 arasında bir tam sayı girin
error-registration-closes-order = Kayıt, açıldıktan sonra ve etkinlik bitmeden kapanmalıdır
error-trainer-email-choice = Bu adrese sahip bir eğitmen yok
error-tracked-choice = Bu oturumda yoklama kaydedilmiş, saymaya devam eder
error-reason-required = Bir gerekçe yazın: ilgili kişiler bilmek ister

manage-offers-over = Kayıt kapandı ya da birkaç dakika içinde kapanacak: artık yer önerilemez.
manage-undo-too-late = Bir e-posta tam şu anda gönderildi. Listeye yeniden bakın.

manage-wait-chosen = İşaretlenenleri bekleme listesine al
manage-decline-chosen = İşaretlenenleri reddet
manage-declined-count = { $count ->
    [one] { $count } kişi reddedildi.
   *[other] { $count } kişi reddedildi.
}
manage-put-on-list-count = { $count ->
    [one] { $count } kişi artık bekleme listesinde.
   *[other] { $count } kişi artık bekleme listesinde.
}
manage-put-on-list = Kişi artık bekleme listesinde.
manage-put-on-list-button = Bekleme listesine al
manage-undo-text = { $count ->
    [one] Saat { $at }: { $count } kişi hakkında karar verildi. E-posta saat { $until } itibarıyla gönderilir; o zamana kadar geri alabilirsiniz.
   *[other] Saat { $at }: { $count } kişi hakkında karar verildi. E-postalar saat { $until } itibarıyla gönderilir; o zamana kadar geri alabilirsiniz.
}
manage-organisation-set = Kuruluş kaydedildi.
manage-undo-one = Son kararın e-postası saat { $until } itibarıyla gönderilir. O zamana kadar geri alabilirsiniz.
manage-undo = Geri al
manage-undone = { $count ->
    [one] { $count } karar geri alındı. E-posta gönderilmedi.
   *[other] { $count } karar geri alındı. E-posta gönderilmedi.
}
manage-undone-too-late = { $count ->
    [one] { $count } karar geri alınamadı: e-postası gönderilmiş ya da kişinin durumu değişmiş.
   *[other] { $count } karar geri alınamadı: e-postaları gönderilmiş ya da kişilerin durumu değişmiş.
}
manage-priority = öncelikli
manage-priority-set = Bekleme listesinin sırası değişti.
manage-priority-first = Diğerlerinin önüne al
manage-priority-in-turn = Sırasına geri koy
manage-place = { $place }. sırada
manage-nominated-place = { $place }. aday
manage-column-place = Bekleme listesindeki sıra
manage-column-role = Katılım biçimi

manage-seats-change = Yer sayısını değiştir
manage-seats-changed = Kaydedildi. Boşalan yerler bekleyenlere önerildi.
manage-quotas = Kotalar
manage-quotas-text = Etkinliğin yerleri içinde bir ülkeye ya da bir örgüte ayrılan en çok yer; ayrıca katılımcı yeri tutmayan gözlemci ve konuşmacıların kendi yerleri. Kotası dolan bekler, başkaları için yer olsa bile.
manage-quotas-none = Kota yok: yalnızca etkinliğin yer sayısı geçerlidir.
manage-quota-whom = Kimin için
manage-quota-taken = Dolu
manage-quota-seats = Yer
manage-quota-of = { $taken } / { $seats }
manage-quota-seats-of = Yer sayısı: { $whom }
manage-quota-change = Kaydet
manage-quota-remove = Kaldır
manage-quota-remove-of = Kotayı kaldır: { $whom }
manage-quota-add = Kota ekle
manage-quota-added = Kota eklendi.
manage-quota-removed = Kota kaldırıldı.
manage-waiting-list = Bekleme listesi
manage-waiting-list-text = Bütün yerler dolduğunda beklemek mümkündür. Boşalan yer, kotalara uyan ilk kişi için tutulur ve e-postayla önerilir. Kayıt kapandığında öneriler sona erer.
manage-waiting-list-open = Bekleme listesine girilebilir
manage-offer-hours = Öneriye yanıt süresi (saat)
manage-offer-hours-hint = 1 ile 720 arası. Kayıt daha önce kapanırsa süre de biter.
