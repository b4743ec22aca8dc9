### Signing in and out; the password; the signed-in browsers.

sign-in-title = Oturum açın
sign-in-lead = Kayıtlarınız ve sertifikalarınız için; eğitmenlerin ve koordinatörlerin işleri için.
sign-in-by-link = E-postayla gelen bağlantıyla
sign-in-by-link-hint = Size oturum açan bir bağlantı göndeririz. Parola gerekmez.
sign-in-by-link-button = Bağlantı gönder
sign-in-by-password = Parolayla
sign-in-password = Parola
sign-in-button = Oturum aç
sign-in-no-account = Henüz hesabınız yok mu? Bir etkinliğe ilk kaydınızla birlikte açılır.
written-to = Yazdığımız adres:
written-to-other = Adresi düzelt
sign-in-sent-title = E-postanıza bakın
sign-in-sent-text = { $minutes ->
    [one] E-postadaki bağlantı { $minutes } dakika boyunca ve bir kez geçerlidir.
   *[other] E-postadaki bağlantı { $minutes } dakika boyunca ve bir kez geçerlidir.
}
sign-in-link-text = Bu tarayıcıda oturum açmak için düğmeye basın.
sign-in-useless-title = Bu bağlantı artık geçerli değil
sign-in-useless-text = Oturum açma bağlantısı yalnızca bir kez ve birkaç dakika boyunca geçerlidir.
sign-in-useless-again = Yeni bağlantı isteyin

account-password-none = Parolanız yok, e-postayla gelen bağlantılarla oturum açıyorsunuz. İsterseniz bir parola belirleyebilirsiniz.
account-password-set = Parolayla ya da e-postayla gelen bağlantıyla oturum açabilirsiniz.
account-password-button = Parolayı belirle
account-password-change = Parolayı değiştir
account-current-password = Şimdiki parola
account-new-password = Yeni parola
account-new-password-hint = En az sekiz karakter; arka arkaya birkaç sözcük kolay akılda kalır. Diğer bütün tarayıcılarda oturum kapatılır.
account-browsers = Oturumunuzun açık olduğu yerler
account-browser = Tarayıcı
account-since = Oturum açılışı
account-seen = Son kullanım
account-this-browser = Bu tarayıcı
account-unknown-browser = Bilinmeyen tarayıcı
account-sign-out-others = Diğer her yerde oturumu kapat

## What is wrong with a field of these forms.

error-name-not-latin = Adınızı pasaportunuzdaki gibi Latin harfleriyle yazın
error-country-required = Ülkenizi seçin
error-login-required = E-posta adresinizi girin
error-password-required = Parolanızı girin
error-password-choice = Adres ile parola birbirine uymuyor
error-current-password-choice = Bu, şimdiki parolanız değil
error-institution-required = Kurumu girin
error-job-title-required = Görevi girin
