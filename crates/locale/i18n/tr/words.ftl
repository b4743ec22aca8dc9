### The words of the domain, by the codes that the database keeps: `area-{code}` and so on.
### The ids are composed at run time; the test of the sources knows their prefixes.

## The ten areas of cooperation (Memorandum, article V.1).

area-i = Göçün yararları ve dışa göç baskısının hafifletilmesi
area-ii = Sınır yönetimi
area-iii = İşgücü göçü
area-iv = Göç ve sağlık
area-v = Düzensiz işgücü hareketliliği ve yasal yollar
area-vi = İnsan ticaretiyle mücadele ve mağdurların korunması
area-vii = Gönüllü geri dönüş ve yeniden entegrasyon
area-viii = Sistemler, teknoloji, hukuk, politika ve diyalog
area-ix = Araştırma ve kapasite geliştirme
area-x = Çalıştaylar, seminerler, konferanslar ve eğitim kursları

## The same, short enough for a label.

area-short-i = Göçün yararları
area-short-ii = Sınır yönetimi
area-short-iii = İşgücü göçü
area-short-iv = Göç ve sağlık
area-short-v = Yasal yollar
area-short-vi = İnsan ticaretiyle mücadele
area-short-vii = Dönüş ve yeniden entegrasyon
area-short-viii = Sistemler ve teknoloji
area-short-ix = Araştırma
area-short-x = Eğitim etkinlikleri

kind-workshop = Çalıştay
kind-seminar = Seminer
kind-conference = Konferans
kind-training-course = Eğitim kursu

## `.inline` stands inside a line of facts.

mode-in-person = Yüz yüze
    .inline = yüz yüze
mode-online = Çevrim içi
    .inline = çevrim içi
mode-hybrid = Karma
    .inline = karma

## How people come to an event.

admission-open = Herkese açık
admission-approval = Onay ile
admission-nominated = Aday gösterme ile
admission-invited = Davet ile

## Whether one can register now.

gate-open = Kayıt açık
gate-not-yet = Kayıt henüz açılmadı
gate-closed = Kayıt kapandı
gate-full = Dolu
gate-waiting-list = Dolu, bekleme listesi açık
gate-by-nomination = Aday gösterme ile
gate-by-invitation = Davet ile
gate-cancelled = İptal edildi

state-event-draft = Taslak
state-event-published = Yayımlandı
state-event-running = Sürüyor
state-event-completed = Tamamlandı
state-event-archived = Arşivlendi
state-event-cancelled = İptal edildi

state-registration-pending = E-posta onayı bekleniyor
state-registration-submitted = Karar bekleniyor
state-registration-confirmed = Onaylandı
state-registration-waitlisted = Bekleme listesinde
state-registration-offered = Yer önerildi
state-registration-declined = Kabul edilmedi
state-registration-cancelled = İptal edildi

attendance-present = Katıldı
attendance-late = Geç katıldı
attendance-excused = Mazeretli
attendance-absent = Katılmadı

kind-certificate-participation = Katılım sertifikası
kind-certificate-completion = Tamamlama sertifikası
kind-certificate-appreciation = Teşekkür belgesi

state-certificate-valid = Geçerli
state-certificate-expired = Süresi dolmuş
state-certificate-revoked = İptal edilmiş
state-certificate-replaced = Yenisiyle değiştirilmiş
state-certificate-unknown = Bilinmiyor
state-certificate-altered = Değiştirilmiş

role-trainee = Katılımcı
role-trainer = Eğitmen
role-coordinator = Koordinatör
role-focal-point = Odak noktası
role-administrator = Sistem yöneticisi

## Official short names; other countries come from CLDR.

country-af = Afganistan
country-az = Azerbaycan
country-ir = İran
country-kz = Kazakistan
country-kg = Kırgızistan
country-pk = Pakistan
country-tj = Tacikistan
country-tr = Türkiye
country-tm = Türkmenistan
country-uz = Özbekistan

## As they stand in a line of facts; other languages come from CLDR.

language-en = İngilizce
language-ru = Rusça
language-fa = Farsça
language-tr = Türkçe
language-prs = Darice
language-ps = Peştuca
language-ur = Urduca
language-az = Azerbaycanca
language-kk = Kazakça
language-ky = Kırgızca
language-tg = Tacikçe
language-tk = Türkmence
language-uz = Özbekçe

role-in-event-participant = Katılımcı
role-in-event-observer = Gözlemci
role-in-event-speaker = Konuşmacı
