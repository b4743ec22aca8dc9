### The page of an event, and the seats shown in every list.

seats-left = { $capacity } yerden { $left } yer boş
seats-opens = Kayıt açılışı: { $date }
seats-until = son gün: { $date }
seats-over = Sona erdi

## The facts beside an event.

event-facts = Temel bilgiler
event-when = Zaman
event-where = Yer
# $place is a venue or a city with its country.
event-place-hybrid = { $place }; ayrıca çevrim içi
event-language = Dil
event-organisers = Düzenleyen
event-length = Süre
event-hours = { $hours } saat
event-admission = Katılım
event-deadline = Son gün
event-course = Kurs
event-add-to-calendar = Takvime ekle

## Whether and how one can register.

event-register = Kaydol
event-approval = Her kayıt hakkında bir koordinatör karar verir.
event-not-yet = Kayıt açılışı: { $date }.
event-closed = Kayıt kapandı. Son gün: { $date }.
event-full = Bütün yerler dolu. Biri vazgeçerse yer yeniden burada açılır.
event-by-nomination = Katılımcıları hükümetler aday gösterir. Son gün: { $date }. Ülkenizin odak noktasına başvurun.
event-by-invitation = Katılım kişisel davet iledir.
# $state is the state of a registration, as in “Confirmed”.
event-own-place = Kaydınız: { $state }
event-manage = Etkinliği yönet
event-to-my = Kayıtlarımı gör

## Where the event stands.

event-draft = Bu bir taslaktır. Onu yalnızca etkinliğin koordinatörleri görür.
event-cancelled = Bu etkinlik iptal edildi.
event-cancelled-reason = Gerekçe: { $reason }
event-over = Bu etkinlik sona erdi.
event-running = Bu etkinlik şu anda sürüyor.

## What it is about.

event-audience = Kimler için
event-objectives = Neler kazanacaksınız
event-prerequisites = Ön koşullar
event-agenda = Program
event-agenda-later = Program burada yayımlanacaktır.
# $city is the city whose clocks are meant, $offset their distance from UTC.
event-times = Bütün saatler: { $city } ({ $offset })
event-now = şimdi
event-trainers = Eğitmenler

event-certificate = Sertifika
# $kind is the kind of certificate, as in “Certificate of completion”; $percent is a figure with its sign.
event-certificate-share = { $kind }: yoklama alınan { $sessions } oturumun en az { $percent } kadarına katılan herkese.
event-certificate-all = { $kind }: katılan herkese.
event-certificate-none = Bu etkinlik için sertifika verilmez.
event-excused-leaves = İzinli kaçırılan oturum hesaba katılmaz.
event-excused-counts = İzinli kaçırılan oturum devamsızlık sayılır.
event-certificate-verify = Sertifika nasıl doğrulanır
