### Herkesin bir sertifikayı doğrulayabileceği sayfa.

verify-title = Sertifika doğrulama
verify-lead = Sertifikanın üzerindeki numarayı girin. Ardından üzerinde basılı olan her şeyi ve sertifikanın geçerli olup olmadığını görürsünüz. Hesap gerekmez.
verify-number = Sertifika numarası
verify-number-hint = Örneğin { $example }. Büyük harf, boşluk ve kısa çizgi önemli değildir.
verify-submit = Doğrula
verify-another = Başka bir sertifikayı doğrula

## Girilen bir numara değil

verify-no-number-title = Bu bir sertifika numarası değil
verify-no-number = Numara; önde harfler, bir yıl ve dörder karakterlik iki gruptan oluşur. Sertifikayla karşılaştırın.
verify-mistyped-title = Numara doğru değil
verify-mistyped = En az bir karakter yanlış ya da iki karakter yer değiştirmiş. Sertifikayla karşılaştırın.
verify-unknown-title = Böyle bir sertifika bilinmiyor
verify-unknown = Burada { $number } numarasıyla hiçbir sertifika verilmedi.
verify-check-title = Kontrol edebilecekleriniz
verify-check-number = Numarayı sertifikayla karakter karakter karşılaştırın.
verify-check-host = Karekodun yanındaki adresi karşılaştırın: bu programın sertifikalarında { $host } adresi yazar.
verify-check-ask = İkisi de doğruysa sertifika burada verilmemiştir. Üzerinde adı geçen kuruluşa sorun.

## Sertifikanın durumu

verify-valid-title = Bu sertifika geçerlidir
verify-valid = Burada gösterildiği gibi verilmiştir ve o günden bu yana hiçbir şey değişmemiştir.
verify-expired-title = Bu sertifikanın süresi dolmuştur
verify-expired = Burada gösterildiği gibi verilmiştir. Son geçerlilik tarihi: { $date }.
verify-revoked-title = Bu sertifika iptal edilmiştir
verify-revoked = Artık geçerli değildir. İptal tarihi: { $date }.
verify-revoked-reason = Neden: { $reason }
verify-replaced-title = Bu sertifika değiştirilmiştir
verify-replaced = Onun yerine başka bir sertifika geçerlidir:
verify-altered-title = Bu sertifikaya güvenilemez
verify-altered = Bu numara altında saklananlar imzasıyla uyuşmuyor: bir şey değiştirilmiş. Ona dayanmayın ve sertifikada adı geçen kuruluşa haber verin.
verify-as-of = Durumun alındığı an: { $at }

## Verilen sertifika

verify-printed = Basılı olanlar
verify-compare = Her satırı elinizdeki sertifikayla karşılaştırın. Farklı olan satır değiştirilmiştir.
verify-caption = { $number } numaralı sertifika
verify-column-field = Satır
verify-column-value = Basılı olduğu gibi
verify-signature = İmza
verify-signed-by = Adına imzalanan
verify-signed-at = İmza tarihi
verify-key = Anahtar
verify-fits = İmza, burada gösterilenlerle uyuşuyor.
