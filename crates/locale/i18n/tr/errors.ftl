### Refused input (by the codes of the domain, `error-{code}`, or for one field) and error pages.

error-summary = Lütfen hataları düzeltin
error-prefix = Hata:
error-required = Bu alanı doldurun
error-too-short = Bu çok kısa
error-too-long = Bu çok uzun
error-email = name@example.org biçiminde bir e-posta adresi girin
error-character = Satır sonlarını ve denetim karakterlerini kaldırın
error-not-latin = Pasaporttaki gibi Latin harfleriyle yazın
error-choice = Seçeneklerden birini seçin
error-number = İzin verilen aralıkta bir tam sayı girin
error-date = Tarihi ya da saati gösterilen biçimde girin
error-order = Bitiş, başlangıçtan sonra olmalıdır
error-consent = Devam etmek için bu kutuyu işaretleyin
error-password = Daha uzun ve tahmin edilmesi zor bir parola seçin
error-taken = Bu zaten kullanılıyor
error-name-required = Adınızı girin
error-email-required = E-posta adresinizi girin

status-403-title = Bu sayfayı görme yetkiniz yok
status-403-text = Başka bir hesapla oturum açın ya da bir koordinatörden yetki isteyin.
status-404-title = Sayfa bulunamadı
status-404-text = Adres yanlış yazılmış ya da sayfa taşınmış olabilir. Etkinlik listesinden arayabilirsiniz.
status-429-title = Çok fazla istek
status-429-text = Bir dakika bekleyip yeniden deneyin.
status-500-title = Bizden kaynaklanan bir sorun oluştu
status-500-text = Geri dönüp yeniden deneyin. Yinelenirse ne zaman olduğunu bize bildirin.
status-503-title = Hizmet şu anda kullanılamıyor
status-503-text = Birkaç dakika sonra yeniden deneyin.
status-home = Ana sayfaya git
