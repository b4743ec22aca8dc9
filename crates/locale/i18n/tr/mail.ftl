### Messages that leave by mail: subjects, and paragraphs that are put together in the code.

mail-greeting = Sayın { $name },
mail-greeting-plain = Merhaba,
mail-signature = EİT ve IOM eğitim programı

mail-event-begins = Başlangıç: { $at }
mail-event-ends = Bitiş: { $at }
mail-event-zone = Saat dilimi: { $zone }
mail-event-place = Yer: { $place }

mail-confirm-subject = Kaydınızı onaylayın: { $title }
mail-confirm-intro = Bu adresle aşağıdaki etkinliğe kayıt yapıldı. Kaydı siz yaptıysanız lütfen onaylayın.
mail-confirm-link = Onaylamak için bu sayfayı açıp düğmeye basın:
mail-confirm-held = Yeriniz { $until } tarihine kadar sizin için tutuluyor (etkinliğin saat dilimi). Sonrasında başkalarına verilir ve yeniden kaydolmanız gerekir.
mail-confirm-not-you = Bunu siz yapmadıysanız bir şey yapmanıza gerek yok.

mail-registered-subject = Yeriniz hazır: { $title }
mail-registered-intro = Kaydınız onaylandı. Sizi şu etkinlikte bekliyoruz:
mail-registered-calendar = Ekteki dosya etkinliği takviminize ekler.

mail-applied-subject = Başvurunuz alındı: { $title }
mail-applied-intro = Adresiniz onaylandı ve başvurunuz bize ulaştı. Bir koordinatör karar verecek, sonucu size yazacağız.

mail-already-subject = Zaten kayıtlısınız: { $title }
mail-already-confirmed = Az önce bu adresle yeniden kayıt yapıldı. Bir şey yapmanıza gerek yok: bu etkinlikteki yer zaten sizin.
mail-already-other = Az önce bu adresle yeniden kayıt yapıldı. Bir şey yapmanıza gerek yok: bu etkinlik için kaydınız bizde var. Durumu: { $state }.
mail-already-not-you = Yeniden kaydolan siz değilseniz bir şey yapmanıza gerek yok. Hiçbir şey değişmedi.

mail-cancelled-subject = Kaydınız iptal edildi: { $title }
mail-cancelled-intro = Bu etkinlik için kaydınızı iptal ettiniz.
mail-cancelled-again = Fikriniz değişirse, yer olduğu sürece etkinliğin sayfasından yeniden kaydolabilirsiniz.

mail-own-page = Kayıtlarınız ve sertifikalarınız, ayrıca iptal etmek için:

mail-sign-in-subject = Maktab’da oturum açın
mail-sign-in-link = Oturum açmak için bu sayfayı açıp düğmeye basın:
mail-sign-in-life = { $minutes ->
    [one] Bağlantı bir kez ve { $minutes } dakika boyunca geçerlidir.
   *[other] Bağlantı bir kez ve { $minutes } dakika boyunca geçerlidir.
}
mail-sign-in-not-you = Bunu siz istemediyseniz bir şey yapmanıza gerek yok.
mail-sign-in-unknown = Bu adresle oturum açılmak istendi, ancak bu adrese ait bir hesap yok. Hesap, bir etkinliğe ilk kaydınızla birlikte açılır.
mail-sign-in-unknown-events = Etkinlikler burada:

mail-password-subject = Parolanız değiştirildi
mail-password-intro = Hesabınızın parolası { $at } tarihinde (UTC) değiştirildi. Diğer bütün tarayıcılarda oturum kapatıldı.
mail-password-not-you = Bunu siz yapmadıysanız e-posta bağlantısıyla oturum açıp yeni bir parola belirleyin:

mail-confirm-decision = Lütfen { $until } tarihine kadar onaylayın (etkinliğin saat dilimi). Ardından başvurunuza bir koordinatör karar verir.
mail-confirm-waiting = Şu anda boş yer yok. { $until } tarihine kadar onaylarsanız (etkinliğin saat dilimi) bekleme listesine alınırsınız.

mail-waiting-subject = Bekleme listesindesiniz: { $title }
mail-waiting-intro = Şu anda sizin için boş yer yok. Bekleme listesindeki sıranız: { $place } / { $length }. Etkinlik:
mail-waiting-how = Bir yer boşalıp sıra size geldiğinde yeri size e-postayla öneririz. Bunu süresi içinde kabul etmeniz gerekir.

mail-offered-subject = Sizin için bir yer boşaldı: { $title }
mail-offered-intro = Bir yer boşaldı ve sıra sizde. Bu yer sizin için tutuluyor:
mail-chosen-subject = Sizin için bir yer tutuluyor: { $title }
mail-chosen-intro = Ülkenizin irtibat noktası sizi aday gösterdi ve düzenleyenler sizi seçti. Sizin için bir yer tutuluyor:
mail-offered-accept = Yeri kabul etmek için bu sayfayı açın ve düğmeye basın:
mail-offered-decline = Başkası yararlanabilsin diye geri çevirmek için:
mail-offered-until = Lütfen { $until } tarihine kadar yanıt verin (etkinliğin saat dilimi). Sonrasında yer başkasına verilir.

mail-offer-ended-subject = Önerilen yer başkasına verildi: { $title }
mail-offer-ended-intro = Sizin için bir yer tuttuk ama süresi içinde yanıt gelmedi. Yer başkasına verildi. Hâlâ katılmak istiyorsanız etkinlik sayfasından yeniden kaydolun.

mail-nominated-subject = Aday gösterildiniz: { $title }
mail-nominated-intro = { $country } irtibat noktası sizi bu etkinlik için aday gösterdi:
mail-nominated-next = Yerlerin kime verileceğine düzenleyenler karar verir. Seçilirseniz size kabul edebileceğiniz ya da geri çevirebileceğiniz bir öneri göndeririz. O zamana kadar yapmanız gereken bir şey yok.
mail-nominated-not-you = Aday gösterilmek istemiyorsanız bu e-postayı yanıtlayın.
mail-nomination-withdrawn-subject = Adaylığınız geri çekildi: { $title }
mail-nomination-withdrawn-intro = Ülkenizin irtibat noktası bu etkinlik için adaylığınızı geri çekti. Sorularınız varsa kendisine sorun.

mail-invited-subject = Davet: { $title }
mail-invited-participant = { $organisers } sizi bu etkinliğe katılmaya davet ediyor:
mail-invited-observer = { $organisers } sizi bu etkinliği gözlemci olarak izlemeye davet ediyor:
mail-invited-speaker = { $organisers } sizi bu etkinlikte konuşmaya davet ediyor:
mail-invited-link = Kaydolmak ya da geri çevirmek için bu sayfayı açın:
mail-invited-personal = Bağlantı yalnızca size özeldir: lütfen başkasına vermeyin.
mail-invited-forward = Bağlantıyı meslektaşlarınıza iletebilirsiniz.
mail-invited-until = { $until } tarihine kadar geçerlidir (etkinliğin saat dilimi).

mail-reminder-subject = Hatırlatma: { $title }
mail-reminder-intro = Yerinizin bulunduğu bu etkinlik yakında başlıyor:
mail-reminder-bring = Lütfen yanınızda bir kimlik belgesi bulundurun. Program ve önceden bilmeniz gerekenler etkinliğin sayfasındadır.
mail-reminder-online = Etkinlik çevrim içi yapılır. Program ve önceden bilmeniz gerekenler etkinliğin sayfasındadır.
mail-reminder-cannot = Gelemeyecekseniz lütfen zamanında iptal edin; böylece yeriniz bir başkasına verilebilir.
mail-confirm-reminder-subject = Lütfen yakında onaylayın: { $title }
mail-confirm-reminder-intro = Bu adresle aşağıdaki etkinliğe kayıt yapıldı, ancak kayıt henüz onaylanmadı. Kaydı siz yaptıysanız lütfen süresi dolmadan onaylayın.
mail-offer-reminder-subject = Yanıtınız bekleniyor: { $title }
mail-offer-reminder-intro = Sizin için bir yer tutuluyor, ancak henüz yanıt vermediniz:
mail-waiting-ended-subject = Bekleme listesi sona erdi: { $title }
mail-waiting-ended-intro = Kayıtlar kapandı ve ne yazık ki sizin için bir yer boşalmadı.
mail-waiting-ended-still = Yapmanız gereken bir şey yok. Düzenleyenler size yine de bir yer verebilirse size yazarlar.
mail-waiting-ended-others = Belki başka bir etkinlik size uyar; sayfalarımızda hangi etkinliklerde boş yer olduğunu görebilirsiniz.
mail-decisions-subject = Başvurular kararınızı bekliyor: { $title }
mail-decisions-intro = { $count ->
    [one] Bu etkinlik için { $count } başvuru kararınızı bekliyor:
   *[other] Bu etkinlik için { $count } başvuru kararınızı bekliyor:
}
mail-decisions-closes = Kayıtlar { $at } tarihinde kapanıyor (etkinliğin saat dilimi).
mail-decisions-link = Karar vermek için:
