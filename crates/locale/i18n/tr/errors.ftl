### Refused input (`error-{code}` by the codes of the domain, `error-{field}-{code}` for one field), pages of failures.

error-required = Bu alanı doldurun
error-too-short = Bu çok kısa
error-too-long = Bu çok uzun
error-email = name@example.org biçiminde bir e-posta adresi girin
error-character = Satır sonlarını ve denetim karakterlerini kaldırın
error-not-latin = Pasaporttaki gibi Latin harfleriyle yazın
error-choice = Seçeneklerden birini seçin
error-number = İzin verilen aralıkta bir tam sayı girin
error-days-number = 1 ile 365 arasında bir tam sayı girin
error-uses-number = 1 ile 100 arasında bir tam sayı girin
error-offer-hours-number = 1 ile 720 arasında bir tam sayı girin
error-seats-number = 0 ile 100.000 arasında bir tam sayı girin
error-date = Tarihi ya da saati gösterilen biçimde girin
error-order = Bitiş, başlangıçtan sonra olmalıdır
error-consent = Devam etmek için bu kutuyu işaretleyin
error-password = Daha uzun ve tahmin edilmesi zor bir parola seçin
error-taken = Bu zaten kullanılıyor
error-full = Bunun için yer kalmadı
error-country-full = Bu ülkeye ayrılan yerlerin hepsi dolu
error-seats-order = { $number ->
    [one] { $number } yer şimdiden dolu veya tutuluyor; kota bundan az olamaz
   *[other] { $number } yer şimdiden dolu veya tutuluyor; kota bundan az olamaz
}
error-quota-seats-order = { $number ->
    [one] { $number } yer şimdiden dolu veya tutuluyor; kota bundan az olamaz
   *[other] { $number } yer şimdiden dolu veya tutuluyor; kota bundan az olamaz
}
error-organisation-full = Bu kuruluş için boş yer kalmadı
error-whom-taken = Bunun için zaten bir kota var
error-name-required = Tam adı girin
error-email-required = E-posta adresini girin

problem-title = Lütfen hataları düzeltin
problem-item = { $label }: { $text }
problem-text = Gönderilenler kabul edilmedi, hiçbir şey kaydedilmedi. Geri dönüp düzeltin.

not-now-title = Bu şu anda mümkün değil
repeated-title = Bu form zaten gönderildi
repeated-text = İlk gönderdiğiniz bilgilerle işleme alındı. Şimdi başka bilgilerle yeniden geldi ve başka bir şey değiştirilmedi. İkisini de istiyorsanız bir kez daha gönderin.
repeated-send = Bir kez daha gönder
repeated-back = Sayfaya dön
received-title = Bu zaten alındı
received-text = Gönderdiğiniz işleme alındı ve kaydedildi; iki kez yapılmadı. Yalnızca yanıtımız yolda kayboldu.
forbidden-title = Bu sayfayı görme yetkiniz yok
forbidden-text = Başka bir hesapla oturum açın ya da bir koordinatörden yetki isteyin.
not-found-title = Sayfa bulunamadı
not-found-text = Adres yanlış yazılmış ya da sayfa taşınmış olabilir. Etkinlik listesinden arayabilirsiniz.
too-many-title = Çok fazla istek
too-many-text = Bir dakika bekleyip yeniden deneyin.
failed-title = Bizden kaynaklanan bir sorun oluştu
failed-text = Geri dönüp yeniden deneyin. Yinelenirse ne zaman olduğunu bize bildirin.
unavailable-title = Hizmet şu anda kullanılamıyor
unavailable-text = Birkaç dakika sonra yeniden deneyin.
failure-to-events = Etkinliklere git
unreadable-title = İstek anlaşılamadı
unreadable-text = Geri dönüp yeniden deneyin. Bir bağlantıdan geldiyseniz bağlantı eksik olabilir.
method-title = Bu sayfa bu işlemi yapamaz
method-text = Geri dönüp sayfadaki formu veya düğmeleri kullanın.
slow-title = İstek çok uzun sürdü
slow-text = Bağlantınızı denetleyin, geri dönüp yeniden deneyin.
too-large-title = Gönderdiğiniz veri çok büyük
too-large-text = Uzun metinleri kısaltıp formu yeniden gönderin.
form-type-title = Form okuyamadığımız bir biçimde gönderildi
form-type-text = Geri dönüp formu sayfanın kendisinden gönderin.
cross-site-title = Bu form bizim sayfalarımızdan gönderilmedi
cross-site-text = Hesabınızı korumak için hiçbir şey değiştirilmedi. Sayfayı bu sitede açıp formu oradan gönderin.

seed-not-empty = Bu veri tabanı boş değil. Gösterim verileri yalnızca boş bir veri tabanına konur.
