### The frame of every page: masthead, navigation, footer, buttons, paging, times.

brand = Maktab
brand-line = EİT · IOM kapasite geliştirme
skip-to-content = İçeriğe geç
language-label = Dil

nav-label = Ana gezinme
nav-events = Etkinlikler
nav-courses = Kurslar
nav-verify = Sertifika doğrula
nav-sign-in = Oturum aç
nav-sign-out = Oturumu kapat
nav-my = Kayıtlarım
nav-teach = Oturumlarım
nav-manage = Yönetim
nav-nominate = Adaylar
nav-admin = Sistem
trail-label = Bu sayfanın yeri
# Marks content that is not in the language of the page. $language as in “English”.
content-in = Dil: { $language }

footer-line = Ekonomik İşbirliği Teşkilatı ile Uluslararası Göç Örgütünün, 27 Ocak 2009 tarihli Mutabakat Zaptı kapsamındaki eğitim programı.
footer-demo = Tanıtım sürümü: buradaki bütün kişiler ve etkinlikler kurgudur, bu sunucudan posta gönderilmez.
footer-demo-mail = Postaları oku
footer-demo-clock = Saati ayarla

field-optional = (isteğe bağlı)

action-save = Kaydet
action-cancel = Vazgeç
action-back = Geri
action-search = Ara
action-clear = Temizle
action-remove = Kaldır

page-label = Sayfalar
page-previous = Önceki sayfa
page-next = Sonraki sayfa
page-position = Sayfa { $page } / { $pages }

# Stands before the names of file formats: “Export: CSV · Excel · JSON”.
export-label = Dışa aktar:
# The full name of one of them. $format as “CSV”.
export-as = { $format } olarak dışa aktar
# Headings of columns that only exported lists have.
export-address = Web adresi
export-seats-taken = Dolu yer
export-seats-left = Kalan yer
export-registration = Kayıt
export-attended = Katılım, %
export-session = Oturum
export-recorded = Devamı kaydedilen kişi
export-expected = Yeri olan kişi
export-nominated-by = Aday gösteren
export-nominated-at = Aday gösterilme tarihi
export-nominated-place = Ülke sırasındaki yeri
export-attendance = Devam durumu
export-recorded-by = Kaydeden
export-recorded-at = Kayıt zamanı
export-problems = Hatalar
export-carried-out-at = Uygulama zamanı

# $city is the city that gives the time zone its name.
time-in-city = { $city } saati
time-date-and-time = { $date }, { $time }
