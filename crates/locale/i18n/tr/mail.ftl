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
mail-cancelled-intro = Bu etkinlik için kaydınızı iptal ettiniz. Yeriniz başkaları için boşaldı.
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
