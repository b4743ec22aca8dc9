### A person's own registrations, certificates and details.

my-title = Kayıtlarım ve sertifikalarım
my-upcoming = Yaklaşanlar
my-upcoming-empty = Yaklaşan hiçbir etkinliğe kayıtlı değilsiniz.
my-find-event = Etkinlik bul
my-past = Geçmiş ve iptal edilmiş
my-certificates = Sertifikalar
my-certificates-empty = Bir etkinliğe yeterince katıldığınızda koordinatörü sertifikanızı verir. Onu burada bulacaksınız.
my-issued = Veriliş tarihi: { $date }
my-certificate-pdf = Sertifika (PDF)
my-certificate-json = Makinelerin okuduğu belge
my-certificate-verify = Doğrulama sayfası
my-column-event = Etkinlik
my-column-state = Durum
my-held = Yeriniz { $until } tarihine kadar tutuluyor. O zamana kadar onaylayın.
my-reason = Gerekçe: { $reason }
my-ran-out = Zamanında yanıt gelmedi
my-no-seat = Yer boşalmadı
my-calendar = Takvimime ekle
my-cancel = Kaydı iptal et
my-details-title = Bilgilerim
my-details-text = Kaydolurken form bunlarla doldurulur. Var olan kayıtlar ve sertifikalar değişmez.
my-account-title = Parola ve tarayıcılar

my-done-confirmed = Yeriniz hazır. Gereken her şeyi içeren e-posta yolda.
my-done-submitted = Başvurunuz ulaştı. Bir koordinatör karar verecek, size yazacağız.
my-done-waitlisted = Bekleme listesindesiniz. Bir yer boşalıp sıra size geldiğinde size yazarız.
my-done-declined = Yeri geri çevirdiniz. Başkasına verilecek.
my-place = Bekleme listesindeki sıranız: { $place } / { $length }.
my-done-cancelled = Kaydınız iptal edildi.
my-done-details = Bilgileriniz kaydedildi.
my-done-password = Parolanız belirlendi, diğer bütün tarayıcılarda oturum kapatıldı.
my-done-signed-out = Diğer bütün tarayıcılarda oturum kapatıldı.

cancel-title = Kaydınız iptal edilsin mi?
cancel-text = Yeriniz boşalır ve hemen başka birine verilebilir. Etkinliği takviminizden çıkaran bir e-posta göndeririz. Yalnızca yer olduğu sürece yeniden kaydolabilirsiniz.
cancel-text-waiting = Bundan sonra yer için değerlendirilmezsiniz. Yeniden kaydolursanız sıranın sonunda yer alırsınız.
cancel-button = Kaydı iptal et
cancel-keep = Kaydım kalsın
cancel-too-late = Bu kayıt artık buradan iptal edilemez. Gelemeyecekseniz düzenleyenlere yazın.
cancel-already-title = Kaydınız iptal edilmiş
cancel-already = Bu kayıt zaten iptal edilmiş. Yer kaldıysa etkinliğin sayfasında yeniden kaydolabilirsiniz.
cancel-already-event = Etkinliğe git
cancel-changed = Bu kayıt az önce değişti. Ona yeniden bakın.
