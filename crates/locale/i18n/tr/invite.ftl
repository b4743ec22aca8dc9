### Davetler: koordinatörlerin ve davet edilenin gördükleri.

## Koordinatörler

invite-tab = Davetler
invite-list = Bu etkinliğin davetleri
invite-empty = Henüz kimse davet edilmedi. Davet ettikleriniz, davetin sonucuyla birlikte burada görünür.
invite-column-whom = Davet edilen
invite-column-role = Sıfatı
invite-column-sent = Gönderildi
invite-column-until = Geçerlilik sonu
invite-column-uses = Kullanım
invite-column-actions = İşlemler
invite-uses = { $uses } / { $allowed }
invite-state-open = Açık
invite-state-used = Kullanıldı
invite-state-declined = Geri çevrildi
invite-state-revoked = İptal edildi
invite-state-expired = Süresi doldu
invite-again = Yeniden gönder
invite-again-name = Yeniden gönder: { $email }
invite-revoke = İptal et
invite-revoke-name = İptal et: { $email }

invite-form = Davet et
invite-addresses = Adresler
invite-addresses-hint = Her satıra bir adres, adla ya da adsız: Aziza Karimova <aziza@example.org>
invite-line = { $line }. satır: “{ $text }”
invite-role = Sıfatı
invite-organisation = Hangi kuruluş adına
invite-organisation-hint = Bu durumda katılımcılar, varsa o kuruluşun yerlerinden sayılır.
invite-organisation-none = Hiçbiri
invite-language = E-postanın dili
invite-days = Kaç gün geçerli
invite-days-hint = 1 ile 365 gün arasında; etkinliğin bitişini aşmaz.
invite-forwarding = Bağlantı başkalarına iletilebilir
invite-forwarding-hint = Kullanan kişi kendi adresini yazar ve e-postayla onaylar.
invite-most-uses = Her bağlantıyı kaç kişi kullanabilir
invite-most-uses-hint = 1 ile 100 arasında; yalnızca bağlantı iletilebiliyorsa.
invite-button = Davetleri gönder

invite-sent = { $count ->
    [0] Hiç davet gönderilmedi.
    [one] { $count } davet gönderildi.
   *[other] { $count } davet gönderildi.
}
invite-already = { $count ->
    [one] { $count } adresin zaten açık daveti var: { $addresses }
   *[other] { $count } adresin zaten açık daveti var: { $addresses }
}
invite-registered = { $count ->
    [one] { $count } kişi zaten kayıtlı: { $addresses }
   *[other] { $count } kişi zaten kayıtlı: { $addresses }
}
invite-passed-over = { $count ->
    [one] Toplam { $count } adres atlandı; hangileri olduğunu aşağıdaki liste ve kayıtlar gösterir.
   *[other] Toplam { $count } adres atlandı; hangileri olduğunu aşağıdaki liste ve kayıtlar gösterir.
}
invite-sent-again = { $email } adresine yeniden gönderildi. Önceki bağlantı artık geçerli değil.
invite-revoked = İptal edildi: { $email }. Bağlantı artık geçerli değil.
invite-not-open = Etkinlik yayımda olduğu ve bitmediği sürece davet gönderilebilir.
invite-moved = Bu davet bu arada kullanıldı, geri çevrildi ya da iptal edildi. Listeye yeniden bakın.

error-addresses-required = En az bir adres girin
error-addresses-email = Her satırda bir adres yok
error-addresses-too-long = Bir kerede en çok 500 adres, adları en çok 200 karakter olacak biçimde girin
error-addresses-character = Adlardan denetim karakterlerini çıkarın

## Davet edilen

invitation-title = Davetlisiniz
invitation-participant = Bu etkinliğe katılmaya davetlisiniz.
invitation-observer = Bu etkinliği gözlemci olarak izlemeye davetlisiniz.
invitation-speaker = Bu etkinlikte konuşmaya davetlisiniz.
invitation-until = Kayıt için son tarih: { $until }.
invitation-email-hint = Bu adrese bir e-posta göndeririz. Adresi onayladığınızda kaydınız tamamlanır.
invitation-cannot = Gelemiyor musunuz?
invitation-cannot-text = Bize bildirin ki bir başkası davet edilebilsin. Bundan sonra bağlantı geçersiz olur.
invitation-decline = Daveti geri çevir
invitation-declined-title = Daveti geri çevirdiniz
invitation-declined-text = Bildirdiğiniz için teşekkürler. Fikrinizi değiştirirseniz düzenleyenlerden yeni bir davet isteyin.
invitation-used-title = Bu davet kullanıldı
invitation-used-text = Bu davetle kayıt yapıldı. Kaydolan sizseniz kaydı “Kayıtlarım” altında bulursunuz.
invitation-over-title = Bu davet artık geçerli değil
invitation-over-text = Süresi doldu ya da düzenleyenler geri çekti. Onlardan yeni bir davet isteyin.
invitation-done-title = Kayıtlısınız
invitation-waiting-title = Bekleme listesindesiniz
