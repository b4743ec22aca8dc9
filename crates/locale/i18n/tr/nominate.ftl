### Odak noktalarının gördükleri: etkinlikler ve ülkelerinin adayları.

nominate-title = Adaylar
nominate-lead = Katılımcılarını hükümetlerin aday gösterdiği etkinlikler. Kendi ülkeniz için aday gösterirsiniz, başka ülkelerin adaylarını görmezsiniz.
nominate-empty = Şu anda hiçbir etkinlik aday kabul etmiyor. Böyle bir etkinlik yayımlanır yayımlanmaz, son tarihi ve ülkenizin yerleriyle birlikte burada görünür.
nominate-column-deadline = Aday gösterme
nominate-column-nominated = Aday gösterilen
nominate-column-seats = Ülkenizin yerleri
nominate-count = { $count ->
    [0] Henüz kimse
    [one] { $count } kişi
   *[other] { $count } kişi
}
nominate-with-place = Yeri olan: { $count }
nominate-seats-count = { $seats ->
    [one] { $seats } yer
   *[other] { $seats } yer
}
nominate-seats-free = Sınırlı değil
nominate-from = Başlangıç: { $at }
nominate-until = Son: { $at }
nominate-ended = Bitti: { $at }

nominate-page-title = Adaylar: { $event }
nominate-countries = Ülkeleriniz
nominate-quota = { $seats ->
    [one] Bu etkinlikte { $country } için { $seats } yer var; dolu ya da tutulmuş: { $taken }.
   *[other] Bu etkinlikte { $country } için { $seats } yer var; dolu ya da tutulmuş: { $taken }.
}
nominate-no-quota = { $country } için yer sayısı belirlenmedi: düzenleyenler bütün adaylar arasından seçer.
nominate-open-until = Aday göstermek için son tarih: { $until }.
nominate-opens = Aday gösterme { $at } tarihinde başlıyor.
nominate-closed = Aday gösterme süresi { $at } tarihinde bitti.
nominate-not-open = Bu etkinlik için şu anda aday gösterilemez.
nominate-moved = Bu adaylık bu arada değişti. Listeye yeniden bakın.

nominate-list = Sıranıza göre adaylar
nominate-list-hint = Düzenleyenler seçim yaparken bu sırayı görür.
nominate-nobody = Henüz kimse aday gösterilmedi. Aday gösterdikleriniz, belirlediğiniz sırayla ve düzenleyenlerin kararıyla birlikte burada görünür.
nominate-withdrawn-list = Geri çekilenler
nominate-withdrawn = Geri çekildi
nominate-answer-until = Yanıt için son tarih: { $until }
nominate-reason = Gerekçe: { $reason }
nominate-ended-person = Kişi vazgeçti
nominate-ended-deadline = Zamanında yanıt gelmedi
nominate-ended-coordinator = Düzenleyenler sona erdirdi
nominate-by = Aday gösteren: { $name }, { $at }
nominate-earlier = Öne al
nominate-earlier-name = Öne al: { $name }
nominate-later = Geriye al
nominate-later-name = Geriye al: { $name }
nominate-withdraw = Geri çek
nominate-withdraw-name = Geri çek: { $name }

nominate-form = Aday göster
nominate-form-lead = Kişiye e-postayla haber veririz. Düzenleyenler onu seçerse bir yer önerilir; yalnızca bunu kabul edenin yeri olur.
nominate-email = Kişinin e-posta adresi
nominate-email-hint = Yer önerisi bu adrese gider; bu yüzden kişinin kendi adresi olmalıdır.
nominate-name-hint = Pasaporttaki gibi. Sertifikaya bu biçimde basılır.
nominate-native-name = Kişinin kendi yazısıyla tam adı
nominate-institution-hint = Kişinin çalıştığı bakanlık, kurum ya da kuruluş.
nominate-language = Kişiye yazacağımız dil
nominate-note = Neden bu kişi
nominate-note-hint = Seçim yaparken okuyacak olan düzenleyenler için.
nominate-button = Aday göster

error-email-taken = Bu kişi bu etkinliğe zaten kayıtlı ya da aday gösterilmiş

nominate-done = Aday gösterildi ve sıranızın sonuna eklendi. Kişiye e-postayla haber verdik.
nominate-done-moved = { $name } artık { $all } kişi arasında { $place }. sırada.
nominate-done-withdrawn = Adaylık geri çekildi. Kişiye e-postayla haber verdik.

nominate-withdraw-title = Bu adaylık geri çekilsin mi?
nominate-withdraw-text = { $name } artık seçilemez ve kendisine e-postayla haber verilir. Arkasındakiler bir sıra öne geçer.
nominate-withdraw-held = Bu kişi için bir yer tutuluyor. O yer hemen bir başkası için boşalır.
nominate-withdraw-button = Adaylığı geri çek
nominate-withdraw-keep = Kalsın
nominate-withdraw-too-late = Bu adaylık artık geri çekilemez: kişinin yeri var ya da süreç sona erdi. Düzenleyenlere yazın.

# On the page of a registration, for coordinators.
manage-column-nomination = Aday gösterme nedeni
