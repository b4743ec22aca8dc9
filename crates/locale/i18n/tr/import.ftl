### Katılımcı listelerinin içe aktarılması: koordinatörlerin gördükleri ve içe aktarılanlara yazılan mektuplar.

import-title = Katılımcıları içe aktarma
import-link = Dosyadan içe aktar
import-stages = İçe aktarma adımları
import-stage-file = Dosya
import-stage-columns = Sütunlar
import-stage-check = Denetim
import-stage-done = Bitti

## Dosya

import-intro = Bir katılımcı listesi seçin: CSV dosyası ya da Excel çalışma kitabı (.xlsx). Ne olacağını görmeden hiçbir şey eklenmez.
import-file = Dosya
import-file-hint = En çok { $megabytes } MB ve başlıkların altında { $rows } satır.
import-upload = Yükle ve sürdür
import-example = Doğru başlıkları taşıyan boş liste:
import-example-as = { $format } olarak boş liste
import-fields = Bir listede neler bulunabilir
import-fields-hint = Başlıklar İngilizce, Rusça, Farsça ve Türkçe olarak, hangi sırada olursa olsun tanınır. Öteki sütunlar dikkate alınmaz.
import-fields-name = Başlık
import-fields-form = Burada ne yazar
import-fields-required = gerekli
import-list = Bu etkinliğin içe aktarmaları
import-column-file = Dosya
import-column-by = Yükleyen
import-column-at = Yüklendi
import-column-state = Durum
import-state-uploaded = Sütunlar seçilecek
import-state-read = Denetlenecek
import-state-done = { $count ->
    [one] { $count } kişi eklendi
   *[other] { $count } kişi eklendi
}
import-state-taken-back = Geri alındı
import-kept = Uygulanmayan dosya bir gün sonra silinir.
import-gone = Bu dosya artık burada değil. Yeniden seçin.
import-discard = Bu dosyayı sil
import-discarded = Dosya silindi. Kimse eklenmedi.
import-no-file = Bir dosya seçin
import-lost = Dosya eksik ulaştı. Yeniden seçin.
import-is-done = Bu içe aktarma zaten uygulandı.
import-nobody = Eklenecek kimse yok: listedeki herkes zaten kayıtlı.
import-back-too-late = Bu içe aktarma artık geri alınamaz: bir mektup gönderildi ya da birinin durumu değişti.

## Bir dosya neden okunmaz

import-refused-empty = Bu dosyada hiçbir şey yok.
import-refused-no-rows = { $row }. satırdaki başlıkların altında hiçbir şey yok.
import-refused-bytes = Bu dosya { $megabytes } MB'tan büyük. Resimleri ve gereksiz sütunları silin ya da listeyi birkaç dosyaya bölün.
import-refused-rows = Bu listede { $rows } satırdan çok var. Birkaç dosyaya bölün.
import-refused-columns = { $row }. satırda { $columns } sütundan çok var. Gereksizleri silin.
import-refused-cell = { $row }. satır, { $column } sütunundaki hücrede { $characters } karakterden çok var.
import-refused-text = Bu dosyanın hücrelerinde çok fazla metin var: { $megabytes } MB'tan çok.
import-refused-unpacked = Bu çalışma kitabı açıldığında { $megabytes } MB'tan büyük. Listeyi yeni bir çalışma kitabına kopyalayın.
import-refused-parts = Bu çalışma kitabının çok fazla parçası var. Listeyi yeni bir çalışma kitabına kopyalayın.
import-refused-links = Bu çalışma kitabı başka dosyalardan değer alıyor. Bağlantıların yerine değerleri yapıştırın.
import-refused-sheet = Bu çalışma kitabında görünen bir sayfa yok.
import-refused-encoding = Metin bozuk ya da başka bir kodlamayla yazılmış. Listeyi .xlsx ya da UTF-8 CSV olarak kaydedin.
import-refused-quote = { $row }. satırdaki bir tırnak işareti kapatılmamış.
import-refused-damaged = Bu dosya bozuk. Bir tablolama programında açıp yeniden kaydedin.
import-refused-resave = Bu { $kind }. Bir tablolama programında açıp .xlsx ya da CSV olarak kaydedin.
import-refused-copy = Bu { $kind }. Tabloyu bir çalışma kitabına kopyalayıp .xlsx olarak kaydedin.
import-refused-encrypted = Bu çalışma kitabı parolayla korunuyor. Parolasız kaydedin.
import-refused-archive = Bu bir arşiv. İçindeki tabloyu yükleyin.
import-refused-binary = Bu ne bir Excel çalışma kitabı (.xlsx) ne de bir CSV dosyası.
import-kind-xls = eski bir Excel dosyası (.xls)
import-kind-xlsb = ikili bir Excel dosyası (.xlsb)
import-kind-office = eski bir ofis programının belgesi
import-kind-ods = bir OpenDocument dosyası
import-kind-word = bir Word belgesi
import-kind-slides = bir sunum
import-kind-pdf = bir PDF
import-kind-picture = bir resim
import-kind-web = bir web sayfası
import-kind-xml = bir XML dosyası
import-kind-rtf = bir metin belgesi (.rtf)

## Sütunlar

import-columns-title = Hangi sütunda ne var
import-columns-text = { $rows ->
    [one] “{ $file }” dosyasında başlıkların altında { $rows } satır var. İlk satırlar şunlar:
   *[other] “{ $file }” dosyasında başlıkların altında { $rows } satır var. İlk satırlar şunlar:
}
import-columns-row = Satır
import-columns-none = Dosyada yok
import-column-missing = “{ $field }” için sütunu seçin
import-column-twice = “{ $field }” başka bir alanla aynı sütunu kullanıyor
import-column-several = “{ $field }” birkaç sütunda olabilir: { $columns }. Hangisinin doğru olduğuna bakın.
import-column-repeated = Bu başlıklar birden çok sütunun üstünde duruyor: { $headings }.
import-encoding = Dosyanın kodlaması
import-encoding-guessed = Dosya, harflerinin nasıl yazıldığını söylemiyor. Yanlış görünüyorlarsa başka bir kodlama seçin.
import-sheet = Sayfa
import-reread = Yeniden oku
error-encoding-choice = Dosya bu kodlamayla okunamıyor
error-sheet-choice = Bu sayfada liste yok
import-people-title = Kişilere ne olur
import-outcome = Her kişi
import-outcome-offer = bir yer önerisi alır; kabul eder ya da geri çevirir
import-outcome-list = kararınız için listeye alınır
import-outcome-confirm = hemen yer alır, çünkü zaten kabul etmiştir
import-outcome-hint = Öneri, yanıt gelene kadar her kişi için bir yer tutar. Kararınızı bekleyenler yer tutmaz.
import-outcome-no-offer = Artık yer önerilemez: kayıt dönemi bitti.
error-outcome-choice = Yalnızca kayıt açıkken yer önerilebilir
import-default-hint = Satırında başka bir şey yazmayanlar için.
import-tell = E-postayla bildir
import-tell-hint = Öneri, yanıtlanması gerektiği için her zaman gönderilir. Mektuplar onayınızdan { $minutes } dakika sonra gider.
import-check = Listeyi denetle
import-other-file = Başka dosya seç

import-field-name = Ad
import-field-native_name = Kendi yazısıyla adı
import-field-native_language = Bu adın dili
import-field-email = E-posta
import-field-country = Ülke
import-field-institution = Kurum
import-field-job_title = Görev
import-field-language = Yazışma dili
import-field-role = Sıfatı
import-field-organisation = Hangi kuruluş adına
import-field-registered_at = Kayıt tarihi
import-expected-name = Pasaporttaki gibi, Latin harfleriyle tam ad
import-expected-native_name = Başka bir yazıyla tam ad, tek satırda
import-expected-native_language = Bir dilin adı ya da kodu, örneğin Özbekçe ya da uz
import-expected-email = Tek bir e-posta adresi, örneğin name@example.org
import-expected-country = Programdaki bir ülkenin adı ya da kodu, örneğin Özbekistan ya da UZ
import-expected-institution = Bakanlık, kurum ya da kuruluş, tek satırda
import-expected-job_title = Görev, tek satırda
import-expected-language = İngilizce, Rusça, Farsça ya da Türkçe; ya da en, ru, fa, tr
import-expected-role = Katılımcı, gözlemci ya da konuşmacı
import-expected-organisation = Programdaki bir kuruluşun kodu ya da adı, örneğin ECO
import-expected-registered_at = Bugünden sonra olmayan bir gün, örneğin 2026-09-18 ya da 18.09.2026

## Denetim

import-check-title = Ne olacak
import-problems-title = { $count ->
    [one] Dosyada { $count } sorun
   *[other] Dosyada { $count } sorun
}
import-problems-text = Dosya düzelmeden kimse eklenemez. Bu hücreleri düzeltip dosyayı yeniden yükleyin ya da başka sütunlar seçin.
import-problems-more = { $count } sorunun ilk { $shown } tanesi gösteriliyor; dışa aktarılan dosyada bine kadarı bulunur.
import-problem-row = Satır
import-problem-column = Sütun
import-problem-field = Alan
import-problem-value = Ne yazıyor
import-problem-expected = Ne yazmalı
import-problem-empty = boş
import-repeated = Her adres bir kez: bu adres { $row }. satırda zaten var
import-fact-file = Dosya
import-fact-rows = Satır
import-fact-add = Eklenecek
import-fact-added = Eklendi
import-fact-known = Maktab'ın zaten tanıdıkları
import-fact-passed = Zaten kayıtlı, atlanacak
import-fact-letters = Mektuplar
import-fact-offer = Önerilere son yanıt
import-fact-by = Uygulayan
import-fact-hash = Dosyanın SHA-256 özeti
import-letters-yes = Her kişi bir mektup alır
import-letters-no = Yok
import-seats-title = Yerler
import-seats-whose = Kimin yerleri
import-seats-event = Etkinlik
import-seats-all = Yer
import-seats-taken = Dolu
import-seats-wanted = Gerekli
import-seats-missing = Eksik
import-seats-text = { $count ->
    [one] { $count } yer eksik, bu yüzden kimse eklenemez. Listeyi kısaltın, yer sayısını artırın ya da kişileri kararınıza bırakın.
   *[other] { $count } yer eksik, bu yüzden kimse eklenemez. Listeyi kısaltın, yer sayısını artırın ya da kişileri kararınıza bırakın.
}
import-no-seats = Artık az önceki kadar boş yer yok. Hiçbir şey kaydedilmedi.
import-changed = Dosya bu arada yeniden okundu. Hiçbir şey kaydedilmedi: bir kez daha bakın.
import-passed-title = Zaten kayıtlı
import-rows-title = Kimler eklenecek
import-row-known = tanınıyor
import-confirm = { $count ->
    [one] { $count } kişiyi ekle
   *[other] { $count } kişiyi ekle
}
import-confirm-text = Hepsi birlikte eklenir ya da hiç kimse eklenmez.
import-change-columns = Sütunları değiştir
import-to-registrations = Kayıtlara git

## Sonuç

import-done-offer = { $count ->
    [one] { $count } kişi eklendi ve ona bir yer önerildi.
   *[other] { $count } kişi eklendi ve onlara yer önerildi.
}
import-done-list = { $count ->
    [one] { $count } kişi eklendi ve kararınızı bekliyor.
   *[other] { $count } kişi eklendi ve kararınızı bekliyor.
}
import-done-confirm = { $count ->
    [one] { $count } kişi eklendi ve yeri hazır.
   *[other] { $count } kişi eklendi ve yerleri hazır.
}
import-back-text = İçe aktarma { $until } saatine kadar geri alınabilir: kişileri o zaman listeden çıkar, mektupları gönderilmez.
import-back = İçe aktarmayı geri al
import-back-title = Bu içe aktarma geri alındı
import-back-done = { $count ->
    [one] { $count } kişi geri alındı.
   *[other] { $count } kişi geri alındı.
}
import-back-stay = { $count ->
    [one] { $count } kişinin durumu o günden beri değişti; kalıyor.
   *[other] { $count } kişinin durumu o günden beri değişti; kalıyorlar.
}

## Mektuplar

import-mail-offered = Düzenleyenler sizi bu etkinliğin listesine aldı. Sizin için bir yer tutuluyor:
import-mail-confirmed = Düzenleyenler sizi listeye aldı: bu etkinlikte yeriniz var.
import-mail-listed-subject = Adaylar arasındasınız: { $title }
import-mail-listed = Düzenleyenler sizi bu etkinliğin aday listesine aldı:
import-mail-not-you = Katılmak istemiyorsanız ya da bundan haberiniz yoksa bu e-postayı yanıtlayın.
