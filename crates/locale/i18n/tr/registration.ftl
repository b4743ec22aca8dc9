### Registering for an event, the fields of a person, the link of the mail, privacy.

brief-when = Ne zaman
brief-begins = Başlangıç
brief-where = Nerede
# $zone is the name of the time zone, as "Tashkent time".
brief-moment = { $time } ({ $zone })

person-email = E-posta adresi
person-email-hint = Size bu adrese yazarız, siz de bu adresle oturum açarsınız.
person-name = Latin harfleriyle tam ad
person-name-hint = Pasaportunuzdaki gibi. Sertifikaya bu biçimde basılır.
person-native-name = Kendi yazınızla tam ad
person-native-name-hint = Farklı yazılıyorsa, örneğin Kiril ya da Arap harfleriyle.
person-native-language = Bu adın dili
person-country = Ülke
person-institution = Kurum
person-institution-hint = Çalıştığınız bakanlık, kurum ya da kuruluş.
person-job-title = Görev
person-language = Size yazacağımız dil
person-language-hint = Sayfalar, üzerlerinde seçtiğiniz dilde görünür.
person-choose = Seçin

register-title = Kayıt
register-page-title = Kayıt: { $title }
register-as = Şu adresle kaydoluyorsunuz:
register-known = Daha önce burada bulundunuz mu?
register-privacy = Bu bilgilerle ne yapıyoruz:
register-consent = Düzenleyenlerin bu bilgileri etkinliği yürütmek ve sertifika vermek için kullanmasını kabul ediyorum.
register-button = Kaydol
register-already = Zaten kayıtlısınız.
register-other-events = Diğer etkinliklere bakın
register-closed = Kayıt süresi geçti.
register-not-yet = Kayıt { $at } tarihinde açılıyor.
register-full = Şu anda bütün yerler dolu ya da tutulmuş durumda. Bırakılan veya zamanında onaylanmayan yerler yeniden boşalır.
register-waiting = Şu anda bütün yerler dolu. Bekleme listesine girebilirsiniz: bir yer boşalıp sıra size geldiğinde yeri size e-postayla öneririz.
register-button-waiting = Bekleme listesine gir
register-by-nomination = Bu etkinliğin katılımcılarını hükümetler aday gösterir. Ülkenizin irtibat noktasına sorun.
register-by-invitation = Bu etkinliğin katılımcılarını düzenleyenler kişisel olarak davet eder.
register-cancelled = Bu etkinlik yapılmayacak.

register-sent-title = E-postanıza bakın
register-sent-text = E-postadaki bağlantıyı açıp oradaki düğmeye basın: kaydınız ancak o zaman onaylanır.
register-sent-held = { $hours ->
    [one] Yeriniz { $hours } saat boyunca tutulur.
   *[other] Yeriniz { $hours } saat boyunca tutulur.
}
register-sent-time = { $hours ->
    [one] Bağlantı { $hours } saat geçerlidir.
   *[other] Bağlantı { $hours } saat geçerlidir.
}
register-sent-spam = On dakika içinde bir şey gelmezse istenmeyen posta klasörüne bakın ya da bir kez daha kaydolun.

confirm-title = Kaydınızı onaylayın
confirm-text = Bu etkinlik için şu kişinin kaydını onaylıyorsunuz: { $name }.
confirm-button = Kaydı onayla
confirm-check = Burada yanlış bir şey mi var ya da bunları siz mi yazmadınız? O zaman onaylamayın. Yeniden kaydolun: en son gönderilen geçerlidir, önceki bağlantılar çalışmaz olur.
confirm-done-title = Adresiniz onaylandı
confirm-done-sign-in = Kayıtlarınızı görmek için oturum açın.
confirm-already-title = Zaten onaylandı
confirm-already-text = Bu kayıt daha önce onaylandı. Yapılacak başka bir şey yok.
confirm-newer-title = Daha yeni bir bağlantı var
confirm-newer-text = O zamandan beri bu adres için form yeniden gönderildi. En yeni e-postamızdaki bağlantıyı açın ya da yeniden kaydolun.
confirm-over-title = Bu bağlantı artık geçerli değil
confirm-over-text = Onay süresi geçti ya da kayıt iptal edildi ve yer geri verildi. Yer olduğu sürece yeniden kaydolabilirsiniz.
confirm-over-again = Yeniden kaydol
confirm-unknown-title = Bu bağlantıyı tanımıyoruz
confirm-unknown-text = Eksik kopyalanmış olabilir. E-postadan bir kez daha açın ya da yeniden kaydolun.

privacy-title = Gizlilik
privacy-lead = Hakkınızda ne biliyoruz, ne için, kim görüyor ve ne kadar süreyle.
privacy-what-title = Ne saklıyoruz
privacy-what = Yazdığınız biçimiyle adınız, e-posta adresiniz, ülkeniz, kurumunuz ve göreviniz; hangi etkinliklere kaydolduğunuz; hangi oturumlarda bulunduğunuz; aldığınız sertifikalar.
privacy-why-title = Ne için
privacy-why = Size yer vermek, bunun hakkında size yazmak, etkinliği hazırlamak, sertifika vermek ve başkalarının onu doğrulamasını sağlamak için. Onayınızla ve başka hiçbir şey için değil: reklam yok, satış yok, profil çıkarma yok.
privacy-who-title = Kim görüyor
privacy-who = Etkinliği yapan kuruluşların koordinatörleri ve eğitmenleri. Sertifikanızı ya da numarasını elinde tutan, yalnızca üzerinde basılı olanı denetleyebilir. İki kuruluş, birbirinin etkinliğindeki kişileri yalnızca etkinliği birlikte yaptıklarında görür.
privacy-long-title = Ne kadar süreyle
privacy-long = Zamanında onaylanmayan kayıt kendiliğinden sona erer. Sertifikalar yıllar sonra da doğrulanabilsin diye saklanır; geri kalan her şey program için gerekmediğinde silinir.
privacy-cookies-title = Çerezler
privacy-cookies = Bir çerez oturumunuzu açık tutar, bir başkası dilinizi hatırlar. Başka çerez yoktur ve ziyaretiniz hiçbir üçüncü tarafa bildirilmez.
privacy-rights-title = Haklarınız
privacy-rights = Bilgilerinizi “Kayıtlarım” altında görebilir ve düzeltebilirsiniz. Silinmelerini istemek ya da onayınızı geri çekmek için herhangi bir e-postamızı yanıtlayın.
privacy-version = Bu metnin sürümü: { $version }

offer-title = Sizin için bir yer
offer-text = Bu etkinlikte { $name } için bir yer tutuluyor.
offer-until = Lütfen { $until } tarihine kadar yanıt verin.
offer-consent = Kabul ederek, düzenleyenlerin bilgilerinizi bu etkinliği yürütmek ve sertifika vermek için kullanmasını onaylarsınız.
offer-accept = Yeri kabul et
offer-decline = Geri çevir
offer-accepted-title = Yer sizin
offer-accepted-text = Yeri kabul ettiniz. Kayıtlarınızı görmek için giriş yapın.
offer-declined-title = Yeri geri çevirdiniz
offer-over-title = Bu öneri sona erdi
offer-over-text = Yanıt süresi geçti ya da öneri yanıtlandı veya geri çekildi.
offer-unknown-text = Bağlantı eksik kopyalanmış olabilir. E-postadan bir kez daha açın.
