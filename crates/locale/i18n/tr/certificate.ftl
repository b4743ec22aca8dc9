### Koordinatörler için sertifikalar: kimler hak kazandı, verme, iptal; ve bunlarla ilgili e-postalar.

certificate-title = Sertifikalar
certificate-rule = { $kind }: yoklama alınan { $sessions } oturumun en az { $percent } kadarına katılana verilir.
certificate-rule-leaves-count = İzinli devamsızlık hesaba katılmaz.
certificate-rule-counts-as-absent = İzinli devamsızlık da devamsızlık sayılır.
certificate-criteria = Yoklama alınan oturumların en az { $percent } kadarına katılmıştır.

## Şimdi yapılabilecekler

certificate-due = Şu anda { $count } kişiye sertifika verilebilir.
certificate-none-due = Şu anda sertifika verilebilecek kimse yok.
certificate-issue-all = { $count } sertifika ver
certificate-not-over = Etkinlik henüz bitmedi. Sertifikalar etkinliğin bitiminden sonra verilebilir.
certificate-cancelled = Etkinlik iptal edildi. Sertifikası yoktur.
certificate-obstacle = Bu etkinliğin sertifikaları henüz basılamıyor: { $problem }
certificate-unprintable = Sertifikada yer alması gereken bir şey basılamıyor. Ne olduğu etkinliğin sertifikalar sayfasında yazar.
certificate-nobody-due = Hak kazanıp da sertifikası olmayan kimse kalmadı.
certificate-not-eligible = Bu kişi etkinliğin koşulunu karşılamıyor. Sertifika verilmedi.
certificate-issued-already = Bu kişinin bu etkinlikten geçerli bir sertifikası var. Başka bir sertifika verilmedi.

## Katılımcılar

certificate-people = Katılımcılar
certificate-filter-label = Göster
certificate-filter = { $name } ({ $count })
certificate-filter-all = Tümü
certificate-filter-eligible = Hak kazananlar
certificate-filter-not-eligible = Hak kazanmayanlar
certificate-filter-issued = Verilenler
certificate-people-none = Bu etkinliğe kimse kayıtlı değil.
certificate-people-none-here = Bu listede kimse yok.
certificate-column-person = Katılımcı
certificate-column-answer = Hak kazandı mı?
certificate-column-certificate = Sertifika
certificate-eligible = Hak kazandı
certificate-not-eligible-badge = Hak kazanmadı
certificate-issue-one = Ver
    .label = Ver: { $name } için sertifika
certificate-revoked-before = Önceki sertifika iptal edildi. Yenisi ancak tek başına verilir.

## Neden hak kazanıldı ya da kazanılmadı

certificate-attended = { $counted } oturumdan { $attended }, { $percent }
certificate-attended-but = { $counted } oturumdan { $attended }, { $percent }: { $details }
certificate-below = { $counted } oturumdan { $attended }, { $percent }, gereken { $minimum }: { $details }
certificate-so-far = Etkinlik henüz bitmedi. Şimdiye kadar { $counted } oturumdan { $attended }
certificate-nothing-counts = Sayılan oturum yok: hiçbirinde yoklama alınmıyor ya da bütün devamsızlıklar izinli
certificate-no-place = Onaylanmış yeri yok: { $state }
certificate-missing = { $count ->
    [one] katılmadığı oturum: { $sessions }
   *[other] katılmadığı oturumlar: { $sessions }
}
certificate-not-recorded = kaydedilmeyen: { $sessions }
certificate-excused = izinli: { $sessions }
certificate-and = { $one }; { $other }

## Verilenler

certificate-issued = Verilen sertifikalar
certificate-issued-none = Bu etkinlik için henüz sertifika verilmedi.
certificate-column-number = Numara
certificate-column-holder = Sahibi
certificate-column-date = Veriliş tarihi
certificate-column-state = Durum
certificate-column-links = Dosyalar ve işlemler
certificate-pdf = PDF dosyası
    .label = PDF dosyası, { $number } numaralı sertifika
certificate-json = Dijital belge
    .label = Dijital belge, { $number } numaralı sertifika, imzalı JSON
certificate-verify = Doğrula
    .label = Doğrula: { $number } numaralı sertifika
certificate-revoke = İptal et
    .label = İptal et: { $number } numaralı sertifika
certificate-done-issued = { $number } numaralı sertifika verildi.
certificate-done-revoked = { $number } numaralı sertifika iptal edildi.

## Verme

certificate-confirm-title = Sertifika verme
certificate-confirm-count = { $count } kişiye sertifika verilecek.
certificate-confirm-mail = Her birine, kendi dilinde, sertifikaya nasıl ulaşacağını bildiren bir e-posta gönderilir.
certificate-confirm-final = Verilen sertifika artık değiştirilemez, yalnızca iptal edilebilir. Devam etmeden önce adları kontrol edin.
certificate-confirm-names = Basılacağı biçimiyle adlar
certificate-confirm-changed = Bu sayfayı açmanızdan bu yana kişi sayısı değişti. Devam etmeden önce adlara yeniden bakın.
certificate-one-title = Sertifika verme: { $name }
certificate-one-mail = Bu kişiye, sertifikaya nasıl ulaşacağını bildiren bir e-posta gönderilir.
certificate-one-submit = Sertifikayı ver

certificate-run-title = Sertifikalar veriliyor
certificate-run-ended-title = Sertifikalar verildi
certificate-run-count = { $total } sertifikadan { $issued } verildi
certificate-run-leave = Bu sayfadan ayrılabilirsiniz: iş sürer, her sertifika sahibi bir e-posta alır, iş bitince siz de bir e-posta alırsınız.
certificate-run-done = { $issued ->
    [0] Hiç sertifika verilmedi.
    [one] { $issued } sertifika verildi.
   *[other] { $issued } sertifika verildi.
}
certificate-run-failed = { $count } sertifika basılamadı.
certificate-run-problem = Son sorun: { $problem }
certificate-run-passed-over = Bu arada bir şey değiştiği için { $count } kişi atlandı. Listeye bakın ve yeniden verin.
certificate-run-progress = İlerleme
certificate-run-show = İlerlemeyi göster
certificate-run-open = Bu etkinliğin sertifikaları veriliyor: { $total } içinden { $issued }.
certificate-run-to-list = Etkinliğin sertifikalarına git

## İptal

certificate-revoke-title = { $number } numaralı sertifikanın iptali
certificate-revoke-whose = { $kind }, sahibi: { $name }, veriliş tarihi: { $date }.
certificate-revoke-public = Sertifika silinmez: onu doğrulayan herkes iptal edildiğini, ne zaman ve hangi nedenle iptal edildiğini görür.
certificate-revoke-mail = Sertifika sahibine nedeni bildiren bir e-posta gönderilir.
certificate-revoke-final = Bu işlem geri alınamaz. Etkinliğin koşulu karşılanıyorsa sonra yeni bir sertifika verilebilir.
certificate-revoke-reason = Neden
certificate-revoke-reason-hint = Sertifikayı doğrulayan herkes bunu okur. Kişinin özel bilgilerini katmadan tek satır yazın.
certificate-revoke-submit = Sertifikayı iptal et
certificate-revoked-already = Bu sertifika daha önce iptal edilmişti. Hiçbir şey değiştirilmedi.

## E-postalar

certificate-mail-number = Sertifika numarası: { $number }
certificate-mail-ready-subject = Sertifikanız: { $title }
certificate-mail-ready-intro = Tebrik ederiz: sertifikanız hazır.
certificate-mail-ready-own = Basılacak PDF ve imzalı dijital belge olarak indirmek için giriş yapın:
certificate-mail-ready-verify = Sertifikayı gösterdiğiniz herkes onu hesap açmadan burada doğrulayabilir:
certificate-mail-revoked-subject = Sertifikanız iptal edildi: { $title }
certificate-mail-revoked-intro = Düzenleyenler size verilmiş bir sertifikayı iptal etti. Sertifika artık geçerli değildir.
certificate-mail-revoked-reason = Neden: { $reason }
certificate-mail-revoked-verify = Sertifikayı doğrulayan herkes bu sayfayı görür:
certificate-mail-revoked-question = Bunun bir yanlışlık olduğunu düşünüyorsanız etkinliği düzenleyenlere yazın.
certificate-mail-run-subject = Sertifikalar verildi: { $title }
certificate-mail-run-list = Etkinliğin bütün sertifikaları ve eksik olan varsa yapılacaklar:
